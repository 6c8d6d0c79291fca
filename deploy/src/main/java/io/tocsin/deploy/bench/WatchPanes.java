package io.tocsin.deploy.bench;

import io.tocsin.window.Pane;
import io.tocsin.window.Watch;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Makes the panes of a load from their numbers: one post each. */
final class WatchPanes extends RichMapFunction<Long, Pane> {
  private final WatchLoad load;
  private final long slideMillis;
  private transient Pane sample;

  @SuppressWarnings("NullAway.Init")
  WatchPanes(WatchLoad load, long slideMillis) {
    this.load = load;
    this.slideMillis = slideMillis;
  }

  @Override
  public void open(OpenContext context) {
    sample = WatchSample.pane();
  }

  @Override
  public Pane map(Long number) {
    Watch watch = Watch.ofLocation("bench", Integer.toString(load.watch(number)));
    return sample.of(watch, Math.floorDiv(load.atMillis(number), slideMillis) * slideMillis);
  }
}
