package io.tocsin.response.overflow;

import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is told of queues. What lacks a field that must be there is logged and counted, and
 * nothing stops.
 *
 * @param <T> what is told
 */
public final class TakeNewsFunction<T> extends ProcessFunction<T, QueueNews> {
  /** Counter: records that lack a field. */
  public static final String INCOMPLETE_RECORDS = "incompleteRecords";

  private static final Logger LOG = LoggerFactory.getLogger(TakeNewsFunction.class);

  private final Reading<T> reading;
  private transient Counter incomplete;

  private interface Reading<T> extends Serializable {
    /** The news; null if a field is missing. */
    @Nullable QueueNews of(T told);
  }

  @SuppressWarnings("NullAway.Init")
  private TakeNewsFunction(Reading<T> reading) {
    this.reading = reading;
  }

  /** Takes assignments. */
  public static TakeNewsFunction<Assignment> ofAssignments() {
    return new TakeNewsFunction<>(told -> QueueNews.isWhole(told) ? QueueNews.of(told) : null);
  }

  /** Takes responses. */
  public static TakeNewsFunction<Response> ofResponses() {
    return new TakeNewsFunction<>(told -> QueueNews.isWhole(told) ? QueueNews.of(told) : null);
  }

  @Override
  public void open(OpenContext context) {
    incomplete = getRuntimeContext().getMetricGroup().counter(INCOMPLETE_RECORDS);
  }

  @Override
  public void processElement(T told, Context context, Collector<QueueNews> out) {
    QueueNews news = reading.of(told);
    if (news == null) {
      incomplete.inc();
      LOG.warn("lacks a field: {}", told);
    } else {
      out.collect(news);
    }
  }
}
