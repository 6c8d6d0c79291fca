package io.tocsin.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A sample of the texts that a watch has heard of late. How likely a text is kept halves with every
 * minute of its age (weighted sampling without replacement, Efraimidis and Spirakis 2006), so a
 * storm fills the sample at once, and where little is said it reaches further back.
 *
 * <p>Fields are public and change in place because the class is operator state; texts are UTF-8, so
 * that they are read and written whole.
 */
public final class RecentSample {
  private static final double FADE_A_MILLI = Math.log(2) / 60_000;
  private static final double UNSIGNED_RANGE = 0x1p64;

  /** Keys of the texts. */
  public long[] keys = {};

  /** Hashes of their authors. */
  public long[] authors = {};

  /** Starts of the slides in which they were heard last. */
  public long[] heardMillis = {};

  /** The texts. */
  public byte[][] texts = {};

  /** For Flink, and for a watch that heard nothing. */
  public RecentSample() {}

  /** A text and its lot: the smaller, the surer it is kept. */
  private record Heard(long key, long author, long heardMillis, byte[] text, double lot) {
    static Heard of(long key, long author, long heardMillis, byte[] text) {
      double drawn = (key >>> 1) * 2.0 / UNSIGNED_RANGE;
      double lot = Math.log(-Math.log1p(-drawn)) - FADE_A_MILLI * heardMillis;
      return new Heard(key, author, heardMillis, text, lot);
    }
  }

  /** Adds the texts of a slide and forgets those that were heard before a time. */
  void hear(long slideMillis, List<SampledText> heard, long oldestMillis) {
    boolean old = LongStream.of(heardMillis).anyMatch(millis -> millis < oldestMillis);
    if (heard.isEmpty() && !old) {
      return;
    }
    Map<Long, Heard> byKey = new TreeMap<>();
    for (int i = 0; i < keys.length; i++) {
      if (heardMillis[i] >= oldestMillis) {
        byKey.put(keys[i], Heard.of(keys[i], authors[i], heardMillis[i], texts[i]));
      }
    }
    for (SampledText text : heard) {
      byKey.put(text.key(), Heard.of(text.key(), text.author(), slideMillis, text.utf8()));
    }
    List<Heard> all = new ArrayList<>(byKey.values());
    if (all.size() > TextSample.KEPT) {
      all.sort(Comparator.comparingDouble(Heard::lot).thenComparingLong(Heard::key));
      all = all.subList(0, TextSample.KEPT);
    }
    hold(all);
  }

  /** The texts of slides that begin in this time. */
  List<SampledText> between(long fromMillis, long toMillis) {
    List<SampledText> found = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      if (heardMillis[i] >= fromMillis && heardMillis[i] < toMillis) {
        found.add(new SampledText(keys[i], authors[i], texts[i]));
      }
    }
    return found;
  }

  private void hold(List<Heard> heard) {
    keys = heard.stream().mapToLong(Heard::key).toArray();
    authors = heard.stream().mapToLong(Heard::author).toArray();
    heardMillis = heard.stream().mapToLong(Heard::heardMillis).toArray();
    texts = heard.stream().map(Heard::text).toArray(byte[][]::new);
  }
}
