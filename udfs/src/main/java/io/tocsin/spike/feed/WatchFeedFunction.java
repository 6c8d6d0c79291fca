package io.tocsin.spike.feed;

import io.tocsin.feed.FeedPulse;
import io.tocsin.feed.FeedReport;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets {@link FeedWatcher} look at the pulses of the whole firehose, which all share one key. A
 * standstill is told only where a later mention is known to follow: the end of a file is no
 * standstill, however late the watermark tells of it.
 */
public final class WatchFeedFunction extends KeyedProcessFunction<Integer, FeedPulse, FeedReport> {
  /** The one key. */
  public static final int THE_FEED = 0;

  private final long slideMillis;
  private transient FeedWatcher watcher;
  private transient MapState<Long, Map<String, Long>> openPulses;
  private transient ValueState<FeedBook> bookState;

  /**
   * Watches by slides of this width.
   *
   * @param slideMillis a whole number of pulses' slices
   */
  @SuppressWarnings("NullAway.Init")
  public WatchFeedFunction(long slideMillis) {
    this.slideMillis = slideMillis;
  }

  @Override
  public void open(OpenContext context) {
    watcher = new FeedWatcher(slideMillis);
    openPulses =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "open-pulses", Types.LONG, Types.MAP(Types.STRING, Types.LONG)));
    bookState =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("feed", TypeInformation.of(FeedBook.class)));
  }

  @Override
  public void processElement(FeedPulse pulse, Context context, Collector<FeedReport> out)
      throws Exception {
    // A partition that was idle may bring old mentions: they show that the feed runs now.
    long now = context.timerService().currentWatermark() + 1;
    long slide = Math.floorDiv(Math.max(pulse.startMillis(), now), slideMillis) * slideMillis;
    Map<String, Long> sums = openPulses.get(slide);
    sums = sums == null ? new HashMap<>() : sums;
    sums.merge(pulse.channel(), pulse.mentions(), Long::sum);
    openPulses.put(slide, sums);
    context.timerService().registerEventTimeTimer(slide + slideMillis - 1);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<FeedReport> out)
      throws Exception {
    FeedBook book = bookState.value();
    book = book == null ? new FeedBook() : book;
    if (timestamp == Long.MAX_VALUE) {
      FeedReport end = watcher.onEnd(book);
      if (end != null) {
        out.collect(end);
      }
      return;
    }
    long now = timestamp + 1;
    Map<String, Long> mentions = openPulses.get(now - slideMillis);
    if (mentions != null) {
      openPulses.remove(now - slideMillis);
      watcher.onSlide(book, now - slideMillis, mentions).forEach(out::collect);
    }
    boolean goesOn =
        mentions != null
            || context.timerService().currentWatermark() != Long.MAX_VALUE
            || !openPulses.isEmpty();
    if (goesOn) {
      watcher.onTime(book, now).forEach(out::collect);
    }
    long next = goesOn ? watcher.wakesAt(book, now) : Long.MAX_VALUE;
    bookState.update(book);
    if (next != Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(next - 1);
    }
  }
}
