package io.tocsin.spike.feed;

import io.tocsin.feed.FeedGap;
import io.tocsin.feed.FeedGaps;
import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
import io.tocsin.spike.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees the firehose, or one of its channels, stand still by its own usual pace. A channel is not
 * reported for the time in which the whole feed stands still: that is reported once.
 */
public final class FeedWatcher {
  private static final long LEAST_MILLIS = 60_000;

  /** Longer, so that the whole is known to stand still before any of its channels is blamed. */
  private static final long LEAST_OF_CHANNEL_MILLIS = 300_000;

  private static final long REMEMBERED_MILLIS = 8L * 24 * 3_600_000;

  private final long slideMillis;

  /**
   * A watcher that holds no state of its own.
   *
   * @param slideMillis the step of event time, at least 1
   */
  public FeedWatcher(long slideMillis) {
    this.slideMillis = slideMillis;
  }

  /**
   * Takes what came in a slide.
   *
   * @param mentions by channel, at least one
   * @return which feeds run again, the whole first
   */
  public List<FeedReport> onSlide(FeedBook book, long slideStart, Map<String, Long> mentions) {
    long now = slideStart + slideMillis;
    book.gaps.removeIf(gap -> gap.closedMillis() < now - REMEMBERED_MILLIS);
    List<FeedReport> reports = new ArrayList<>();
    long all = mentions.values().stream().mapToLong(Long::longValue).sum();
    hear(book, null, book.whole, slideStart, all, reports);
    for (Map.Entry<String, Long> entry : new TreeMap<>(mentions).entrySet()) {
      FeedMemory memory = book.channels.computeIfAbsent(entry.getKey(), key -> new FeedMemory());
      hear(book, entry.getKey(), memory, slideStart, entry.getValue(), reports);
    }
    return reports;
  }

  /** Looks which feeds have brought nothing for too long; tells each once. */
  public List<FeedReport> onTime(FeedBook book, long now) {
    List<FeedReport> reports = new ArrayList<>();
    judge(book, null, book.whole, now, reports);
    new TreeMap<>(book.channels)
        .forEach((channel, memory) -> judge(book, channel, memory, now, reports));
    return reports;
  }

  /** When to look again; {@link Long#MAX_VALUE} for never. */
  public long wakesAt(FeedBook book, long now) {
    long first = wakesAt(book, null, book.whole, now);
    for (Map.Entry<String, FeedMemory> entry : book.channels.entrySet()) {
      first = Math.min(first, wakesAt(book, entry.getKey(), entry.getValue(), now));
    }
    return first;
  }

  /** The input is over; null where it never began. */
  public @Nullable FeedReport onEnd(FeedBook book) {
    long last = book.whole.silence.lastMillis;
    return last == Long.MIN_VALUE
        ? null
        : report(null, book.whole, FeedPhase.ENDED, last, last, "the input ends here");
  }

  private void hear(
      FeedBook book,
      @Nullable String channel,
      FeedMemory memory,
      long slideStart,
      long mentions,
      List<FeedReport> reports) {
    long now = slideStart + slideMillis;
    long last = memory.silence.lastMillis;
    if (memory.hear(slideStart, slideMillis, mentions, gaps(book, channel, now))) {
      close(book, channel, now);
      String why =
          name(channel) + " brings mentions again after " + minutes(slideStart - last) + " without";
      reports.add(report(channel, memory, FeedPhase.RUNNING_AGAIN, last, now, why));
    }
  }

  private void judge(
      FeedBook book,
      @Nullable String channel,
      FeedMemory memory,
      long now,
      List<FeedReport> reports) {
    Silence silence = memory.silence;
    if (silence.begins(memory.baseline, gaps(book, channel, now), now)) {
      book.gaps.add(FeedGap.open(channel, now));
      String why =
          "%s stands still: nothing for %s where %.0f mentions are usual"
              .formatted(name(channel), minutes(now - silence.lastMillis), silence.missed);
      reports.add(report(channel, memory, FeedPhase.STANDING_STILL, silence.lastMillis, now, why));
    }
  }

  private long wakesAt(FeedBook book, @Nullable String channel, FeedMemory memory, long now) {
    return memory.silence.on
        ? Long.MAX_VALUE
        : memory.silence.wakesAt(
            memory.baseline,
            gaps(book, channel, now),
            channel == null ? LEAST_MILLIS : LEAST_OF_CHANNEL_MILLIS,
            slideMillis,
            now);
  }

  private static FeedGaps gaps(FeedBook book, @Nullable String channel, long now) {
    return FeedGaps.knownAt(now, book.gaps).of(channel);
  }

  private void close(FeedBook book, @Nullable String channel, long now) {
    book.gaps.replaceAll(
        gap ->
            gap.closedMillis() == Long.MAX_VALUE && Objects.equals(gap.channel(), channel)
                ? gap.closed(now, slideMillis)
                : gap);
  }

  private static FeedReport report(
      @Nullable String channel,
      FeedMemory memory,
      FeedPhase phase,
      long sinceMillis,
      long now,
      String why) {
    Instant since = Instant.ofEpochMilli(sinceMillis);
    boolean ended = phase == FeedPhase.ENDED;
    return new FeedReport(
        (channel == null ? "feed" : "feed/" + channel) + "/" + since,
        channel,
        phase,
        Instant.ofEpochMilli(now),
        since,
        ended ? 0 : memory.silence.missed,
        ended ? 0 : memory.silence.decades(memory.baseline),
        why);
  }

  private static String name(@Nullable String channel) {
    return channel == null ? "the whole feed" : "the feed of " + channel;
  }

  private static String minutes(long millis) {
    long seconds = millis / 1000;
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
  }
}
