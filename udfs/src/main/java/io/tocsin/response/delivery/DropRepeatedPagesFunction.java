package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each dedup key pass once in {@link #REMEMBERED}: whoever decides pages may be run again from
 * an older savepoint or from the beginning, and comes to the same pages, but nobody is to be woken
 * for the second time. Keyed by incident, so that its pages stay in order. What is dropped is
 * logged and counted.
 *
 * <p>A key counts as used when its page passes, and not when it is delivered. That loses nothing
 * over a restore, because a page that has passed stands in the checkpoint of the operator that
 * delivers it. It means that a page whose every attempt failed is not tried again under its key;
 * its receipt says so, and a worse turn of the incident is a page of its own.
 */
public final class DropRepeatedPagesFunction extends KeyedProcessFunction<String, Page, Page> {
  /** How long a dedup key is remembered, by the wall clock: longer than incidents last. */
  public static final Duration REMEMBERED = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(DropRepeatedPagesFunction.class);

  private transient MapState<String, Boolean> passed;
  private transient Counter repeated;

  /** Forgets nothing within {@link #REMEMBERED}. */
  @SuppressWarnings("NullAway.Init")
  public DropRepeatedPagesFunction() {}

  @Override
  public void open(OpenContext context) {
    MapStateDescriptor<String, Boolean> descriptor =
        new MapStateDescriptor<>("passed-dedup-keys", Types.STRING, Types.BOOLEAN);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBERED).build());
    passed = getRuntimeContext().getMapState(descriptor);
    repeated = getRuntimeContext().getMetricGroup().counter("pagesRepeated");
  }

  @Override
  public void processElement(Page page, Context context, Collector<Page> out) throws Exception {
    if (passed.contains(page.dedupKey())) {
      repeated.inc();
      LOG.info("page {} came again and is not sent again", page.dedupKey());
    } else {
      passed.put(page.dedupKey(), true);
      out.collect(page);
    }
  }
}
