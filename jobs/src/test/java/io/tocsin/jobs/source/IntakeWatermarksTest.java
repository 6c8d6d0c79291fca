package io.tocsin.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.ParsedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkOutputMultiplexer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class IntakeWatermarksTest {
  private static final long NOON = 1_780_000_000_000L;
  private static final long RECEIVED = NOON + 3_600_000;
  private static final long BOUND = 10_000;
  private static final long IDLENESS = 5_000;

  private final ManualClock clock = new ManualClock();
  private final Emitted emitted = new Emitted();
  private final WatermarkOutputMultiplexer firehose = new WatermarkOutputMultiplexer(emitted);
  private final Partition left = new Partition("left");
  private final Partition right = new Partition("right");

  @Test
  void followsTheLatestEventByTheBound() {
    left.read(Mentions.accepted("1", NOON));
    left.read(Mentions.accepted("0", NOON - 3_000));
    right.read(Mentions.accepted("2", NOON + 60_000));
    tick(0);

    assertThat(emitted.watermarks).containsExactly(NOON - BOUND - 1);
  }

  @Test
  void waitsForASlowPartitionAsLongAsItSpeaks() {
    left.read(Mentions.accepted("1", NOON));
    right.read(Mentions.accepted("2", NOON + 60_000));
    tick(IDLENESS - 1);
    left.read(Mentions.accepted("3", NOON + 1_000));
    tick(IDLENESS - 1);

    assertThat(emitted.watermarks).last().isEqualTo(NOON + 1_000 - BOUND - 1);
  }

  @Test
  void leavesASilentPartitionAside() {
    left.read(Mentions.accepted("1", NOON));
    right.read(Mentions.accepted("2", NOON));
    tick(0);
    right.read(Mentions.accepted("3", NOON + 60_000));
    passIdleness(() -> right.read(Mentions.accepted("4", NOON + 60_000)));

    assertThat(emitted.watermarks).last().isEqualTo(NOON + 60_000 - BOUND - 1);
  }

  @Test
  void leavesAPartitionAsideThatBringsNothingButGarbage() {
    right.read(Mentions.accepted("1", NOON));
    passIdleness(
        () -> {
          left.read(Mentions.rejected());
          right.read(Mentions.accepted("2", NOON));
        });

    assertThat(emitted.watermarks).last().isEqualTo(NOON - BOUND - 1);
  }

  @Test
  void givesARejectedRecordNoTime() {
    TimestampAssigner<ParsedRecord> assigner =
        IntakeWatermarks.live(BOUND, IDLENESS).createTimestampAssigner(() -> metrics());

    assertThat(assigner.extractTimestamp(Mentions.rejected(), NOON))
        .isEqualTo(TimestampAssigner.NO_TIMESTAMP);
    assertThat(assigner.extractTimestamp(Mentions.accepted("1", NOON), NOON + 5)).isEqualTo(NOON);
  }

  @Test
  void movesByEventAloneOnBoundedInput() {
    WatermarkStrategy<ParsedRecord> strategy = IntakeWatermarks.perEvent(BOUND);
    WatermarkGenerator<ParsedRecord> generator = strategy.createWatermarkGenerator(context());

    for (long time : List.of(NOON, NOON + 2, NOON + 1, NOON + 3)) {
      generator.onEvent(Mentions.accepted("m", time), time, emitted);
      generator.onEvent(Mentions.rejected(), TimestampAssigner.NO_TIMESTAMP, emitted);
      generator.onPeriodicEmit(emitted);
    }

    long first = NOON - BOUND - 1;
    assertThat(emitted.watermarks).containsExactly(first, first + 2, first + 3);
  }

  private void passIdleness(Runnable meanwhile) {
    for (int step = 0; step <= 10; step++) {
      meanwhile.run();
      tick(IDLENESS / 5);
    }
  }

  private void tick(long millis) {
    clock.advanceTime(Duration.ofMillis(millis));
    left.tick();
    right.tick();
    firehose.onPeriodicEmit();
  }

  private WatermarkGeneratorSupplier.Context context() {
    return new WatermarkGeneratorSupplier.Context() {
      @Override
      public MetricGroup getMetricGroup() {
        return metrics();
      }

      @Override
      public RelativeClock getInputActivityClock() {
        return clock;
      }
    };
  }

  private static MetricGroup metrics() {
    return new UnregisteredMetricsGroup();
  }

  /** One Kafka partition, as the source drives it. */
  private final class Partition {
    private final WatermarkGenerator<ParsedRecord> generator =
        IntakeWatermarks.live(BOUND, IDLENESS).createWatermarkGenerator(context());
    private final TimestampAssigner<ParsedRecord> assigner =
        IntakeWatermarks.live(BOUND, IDLENESS).createTimestampAssigner(() -> metrics());
    private final String name;

    private Partition(String name) {
      this.name = name;
      firehose.registerNewOutput(name, new Unheard());
    }

    private void read(ParsedRecord parsed) {
      long time = assigner.extractTimestamp(parsed, RECEIVED);
      generator.onEvent(parsed, time, firehose.getImmediateOutput(name));
    }

    private void tick() {
      generator.onPeriodicEmit(firehose.getDeferredOutput(name));
    }
  }

  private static final class Unheard implements WatermarkOutputMultiplexer.WatermarkUpdateListener {
    @Override
    public void onIdleUpdate(boolean isIdle) {}

    @Override
    public void onWatermarkUpdate(long watermark) {}
  }

  private static final class Emitted implements WatermarkOutput {
    private final List<Long> watermarks = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      watermarks.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }
}
