package io.tocsin.window;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The texts that a watch has heard in the last hour. A flood sends one text slide after slide; it
 * is one voice in the first, and none in those that follow.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class RecentTexts {
  private static final long SPAN_MILLIS = 3_600_000;
  private static final int MOST = 2 * FewTexts.MOST;

  /** Hashes of normalised texts. */
  public long[] hashes = {};

  /** Start of the last slide in which each was heard. */
  public long[] heardMillis = {};

  /** For Flink, and for a watch that heard nothing. */
  public RecentTexts() {}

  /**
   * The slide as far as it is news: texts heard before count neither as texts nor as voices.
   *
   * @param slide later than every slide before it
   */
  public Slide news(Slide slide) {
    int heard = 0;
    for (long hash : slide.texts()) {
      heard += isRecent(hash, slide.startMillis()) ? 1 : 0;
    }
    remember(slide.texts(), slide.startMillis());
    return heard == 0 ? slide : slide.withoutTexts(heard);
  }

  private boolean isRecent(long hash, long nowMillis) {
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] == hash) {
        return heardMillis[i] > nowMillis - SPAN_MILLIS;
      }
    }
    return false;
  }

  /** The texts of this slide, and of earlier ones the latest that are still recent. */
  private void remember(List<Long> texts, long nowMillis) {
    if (texts.isEmpty()) {
      return;
    }
    int[] kept =
        IntStream.range(0, hashes.length)
            .filter(i -> heardMillis[i] > nowMillis - SPAN_MILLIS && !texts.contains(hashes[i]))
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> -heardMillis[i]))
            .limit(MOST - texts.size())
            .mapToInt(Integer::intValue)
            .toArray();
    int count = texts.size() + kept.length;
    long[] nextHashes = Arrays.copyOf(texts.stream().mapToLong(Long::longValue).toArray(), count);
    long[] nextHeard = new long[count];
    Arrays.fill(nextHeard, 0, texts.size(), nowMillis);
    for (int i = 0; i < kept.length; i++) {
      nextHashes[texts.size() + i] = hashes[kept[i]];
      nextHeard[texts.size() + i] = heardMillis[kept[i]];
    }
    hashes = nextHashes;
    heardMillis = nextHeard;
  }
}
