package io.tocsin.response.storm;

import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets {@link StormGatherer} hold the pages of each target together, by the clock on the wall. What
 * waits when the input ends is told then.
 */
public final class GatherStormsFunction extends KeyedProcessFunction<String, Page, Page> {
  /** Receipts of pages that are told in another one. */
  public static final OutputTag<PageReceipt> GATHERED =
      new OutputTag<>("gathered", TypeInformation.of(PageReceipt.class));

  /** After that, by the wall clock, an all-clear that never came is waited for no more. */
  private static final Duration LONGEST_STORM = Duration.ofDays(7);

  /** Event time reaches it when the input ends, and never before. */
  private static final long THE_END = Long.MAX_VALUE;

  private final StormPolicy policy;
  private transient StormGatherer gatherer;
  private transient ValueState<StormBook> bookState;

  /** Gathers by this policy. */
  @SuppressWarnings("NullAway.Init")
  public GatherStormsFunction(StormPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void open(OpenContext context) {
    gatherer = new StormGatherer(policy);
    ValueStateDescriptor<StormBook> descriptor =
        new ValueStateDescriptor<>("storm-book", TypeInformation.of(StormBook.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(LONGEST_STORM).build());
    bookState = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(Page page, Context context, Collector<Page> out) throws Exception {
    StormBook book = bookState.value();
    if (book == null) {
      book = new StormBook();
    }
    Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    emit(gatherer.take(book, page, now), context, out);
    keep(book, now, context);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Page> out)
      throws Exception {
    StormBook book = bookState.value();
    if (book == null) {
      return;
    }
    Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    boolean ends = timestamp == THE_END;
    if (ends || now.toEpochMilli() >= book.dueMillis) {
      emit(gatherer.tell(book, now), context, out);
    }
    keep(book, now, context);
  }

  private static void emit(StormGatherer.Leaving leaving, Context context, Collector<Page> out) {
    leaving.gathered().forEach(receipt -> context.output(GATHERED, receipt));
    leaving.pages().forEach(out::collect);
  }

  private void keep(StormBook book, Instant now, Context context) throws Exception {
    book.forget(now.toEpochMilli() - policy.withinMillis());
    if (book.isEmpty()) {
      bookState.clear();
    } else {
      bookState.update(book);
    }
    if (!book.told.isEmpty()) {
      long last = book.told.get(book.told.size() - 1).atMillis();
      context.timerService().registerProcessingTimeTimer(last + policy.withinMillis());
    }
    if (book.waiting.isEmpty()) {
      context.timerService().deleteEventTimeTimer(THE_END);
    } else {
      context.timerService().registerProcessingTimeTimer(book.dueMillis);
      context.timerService().registerEventTimeTimer(THE_END);
    }
  }
}
