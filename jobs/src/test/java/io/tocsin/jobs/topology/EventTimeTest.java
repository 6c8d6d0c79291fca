package io.tocsin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.SourceSettings;
import io.tocsin.jobs.source.IntakeWatermarks;
import io.tocsin.jobs.topology.ScriptedSource.Gate;
import io.tocsin.jobs.topology.ScriptedSource.Partition;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.testutils.junit.SharedObjectsExtension;
import org.apache.flink.testutils.junit.SharedReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same mentions give the same spikes, pages and feed reports however they arrive within the
 * allowed lateness, on however many subtasks, and across a stop and a restart. The world has an
 * outage at one brand, a joy at another, and a feed that stands still for twenty minutes.
 */
class EventTimeTest {
  private static final long SEED = 23;
  private static final int SLOTS = 3;
  private static final long BOUND_MILLIS = 10_000;
  private static final long NEVER_IDLE_MILLIS = 3_600_000;
  private static final long QUARTER_MILLIS = 15 * 60_000;
  private static final long GAP_FROM = SmallWorld.START_MILLIS + 70 * 60_000;
  private static final long GAP_TO = GAP_FROM + 20 * 60_000;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(SLOTS)
              .build());

  private static CrisisRun reference = new CrisisRun();

  @RegisterExtension final SharedObjectsExtension shared = SharedObjectsExtension.create();

  @TempDir java.nio.file.Path folder;

  private final Configuration engine = EngineConfig.base();
  private final Gate open = new Gate(CompletableFuture.completedFuture(null), 0);
  private @Nullable JobClient job;

  @AfterEach
  void freeTheSlots() throws Exception {
    if (job != null && !job.getJobStatus().get().isGloballyTerminalState()) {
      job.cancel().get();
    }
  }

  /** In order, on one subtask, with a watermark for each mention: as a replay reads a file. */
  @BeforeEach
  void replayOnce() throws Exception {
    if (reference.calls() > 0) {
      return;
    }
    reference = run(List.of(world()), IntakeWatermarks.perEvent(BOUND_MILLIS), 1);
    assertThat(reference.calls()).isEqualTo(1);
    assertThat(reference.feed())
        .anyMatch(report -> report.contains("STANDING_STILL"))
        .anyMatch(report -> report.contains("RUNNING_AGAIN"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void partitionsOutOfOrderOnAnyNumberOfSubtasksGiveTheSame(int subtasks) throws Exception {
    engine.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(1));
    List<List<ParsedRecord>> partitions = new ArrayList<>();
    for (List<ParsedRecord> partition : dealt(4)) {
      partitions.add(shuffledWithinTheBound(partition));
    }

    CrisisRun live = run(partitions, live(NEVER_IDLE_MILLIS), subtasks);

    assertSame(live);
    if (subtasks == 1) {
      assertThat(live.spikes()).as("to the last example").isEqualTo(reference.spikes());
    }
  }

  @Test
  void watermarksThatStallUntilTheEndGiveTheSame() throws Exception {
    engine.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofHours(1));

    CrisisRun stalled = run(dealt(3), live(NEVER_IDLE_MILLIS), 2);

    assertSame(stalled);
  }

  /** The gate opens only when somebody was paged: an idle partition that is waited for hangs. */
  @Test
  void anIdlePartitionHoldsNothingBackAndChangesNothing() throws Exception {
    engine.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(20));
    CrisisRun idle = new CrisisRun();
    List<SharedReference<Partition>> script = new ArrayList<>();
    for (List<ParsedRecord> records : dealt(2)) {
      script.add(shared.add(waitingFrom(SmallWorld.END_MILLIS - QUARTER_MILLIS, records)));
    }
    // On a subtask of its own: those that speak are read by one, so none of them falls behind.
    script.add(1, shared.add(new Partition(List.of(), 0)));

    // A watermark for each mention: Flink drops the last one of a partition that ends while it is
    // still held for idle, and only a watermark ends that.
    WatermarkStrategy<ParsedRecord> watermarks =
        IntakeWatermarks.perEvent(BOUND_MILLIS).withIdleness(Duration.ofMillis(200));
    JobClient job = start(idle, script, new Gate(idle.paged, 0), watermarks, 2);
    job.getJobExecutionResult().get(2, TimeUnit.MINUTES);

    assertSame(idle);
  }

  @Test
  void aMentionBeyondTheAllowedLatenessIsCountedAndChangesNothing() throws Exception {
    List<ParsedRecord> records = new ArrayList<>(world());
    Mention first = mention(records.get(3));
    records.add(
        records.size() - 500,
        new ParsedRecord(
            SmallWorld.like(first, "late", first.text(), first.createdAtMillis()), null));

    CrisisRun late = run(List.of(records), IntakeWatermarks.perEvent(BOUND_MILLIS), 1);

    assertThat(late.spikes()).isEqualTo(reference.spikes());
    assertThat(late.pages()).isEqualTo(reference.pages());
    assertThat(late.total(KpiMetric.MENTIONS_LATE_TOTAL)).isEqualTo(1);
    assertThat(late.total(KpiMetric.MENTIONS_TOTAL))
        .isEqualTo(reference.total(KpiMetric.MENTIONS_TOTAL));
  }

  /**
   * Seconds after the outage began: before it, before it is seen, while it burns, while it ends.
   */
  @ParameterizedTest
  @ValueSource(ints = {-600, 8, 70, 130})
  void aStopAndARestartAtAnotherParallelismLoseNoPageAndDoubleNone(
      int second, @InjectMiniCluster MiniCluster cluster) throws Exception {
    long stopMillis = SmallWorld.OUTAGE_MILLIS + second * 1_000L;
    List<SharedReference<Partition>> script = new ArrayList<>();
    for (List<ParsedRecord> records : dealt(4)) {
      script.add(shared.add(waitingFrom(stopMillis, records)));
    }
    CrisisRun stopped = new CrisisRun();
    Gate shut = new Gate(new CompletableFuture<>(), script.size());
    JobClient first = start(stopped, script, shut, live(NEVER_IDLE_MILLIS), 2);
    CommonTestUtils.waitForAllTaskRunning(cluster, first.getJobID(), false);
    shut.await();
    if (second > 60) {
      stopped.paged.get(2, TimeUnit.MINUTES);
    }
    String savepoint =
        first
            .stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
            .get();

    engine.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    start(stopped, script, open, live(NEVER_IDLE_MILLIS), 3).getJobExecutionResult().get();

    assertSame(stopped);
  }

  private void assertSame(CrisisRun other) {
    assertThat(other.values(KpiMetric.MENTIONS_LATE_TOTAL)).isEmpty();
    assertThat(other.feed()).isEqualTo(reference.feed());
    assertThat(other.spikesWithoutEstimates()).isEqualTo(reference.spikesWithoutEstimates());
    assertThat(other.pages()).isEqualTo(reference.pages());
    assertThat(other.total(KpiMetric.MENTIONS_TOTAL))
        .isEqualTo(reference.total(KpiMetric.MENTIONS_TOTAL));
  }

  private CrisisRun run(
      List<List<ParsedRecord>> partitions, WatermarkStrategy<ParsedRecord> watermarks, int subtasks)
      throws Exception {
    CrisisRun run = new CrisisRun();
    List<SharedReference<Partition>> script = new ArrayList<>();
    partitions.forEach(records -> script.add(shared.add(Partition.of(records))));
    start(run, script, open, watermarks, subtasks).getJobExecutionResult().get();
    return run;
  }

  private JobClient start(
      CrisisRun into,
      List<SharedReference<Partition>> script,
      Gate gate,
      WatermarkStrategy<ParsedRecord> watermarks,
      int subtasks)
      throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(engine);
    env.setParallelism(subtasks);
    CrisisRun.define(
        env.fromSource(new ScriptedSource(script, shared.add(gate)), watermarks, "firehose")
            .uid("firehose"),
        into,
        shared);
    job = env.executeAsync("event time");
    return job;
  }

  private static WatermarkStrategy<ParsedRecord> live(long idlenessMillis) {
    return IntakeWatermarks.live(
        new SourceSettings("mentions", false, BOUND_MILLIS, idlenessMillis));
  }

  private static List<ParsedRecord> world() {
    return SmallWorld.mentions(SEED).stream()
        .filter(
            mention -> mention.createdAtMillis() < GAP_FROM || mention.createdAtMillis() >= GAP_TO)
        .map(mention -> new ParsedRecord(mention, null))
        .toList();
  }

  /** The world's mentions, dealt to partitions in turn. */
  private static List<List<ParsedRecord>> dealt(int count) {
    List<List<ParsedRecord>> partitions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      partitions.add(new ArrayList<>());
    }
    List<ParsedRecord> world = world();
    for (int i = 0; i < world.size(); i++) {
      partitions.get(i % count).add(world.get(i));
    }
    return partitions;
  }

  /**
   * Each comes up to the bound later than it was posted, but never after one that is later still.
   */
  private static List<ParsedRecord> shuffledWithinTheBound(List<ParsedRecord> records) {
    Random random = new Random(SEED);
    Map<ParsedRecord, Long> arrivals = new HashMap<>();
    records.forEach(record -> arrivals.put(record, time(record) + random.nextLong(BOUND_MILLIS)));
    return records.stream().sorted(Comparator.comparing(arrivals::get)).toList();
  }

  /** A partition that waits before the first record of this time. */
  private static Partition waitingFrom(long millis, List<ParsedRecord> records) {
    return new Partition(
        records, (int) records.stream().filter(record -> time(record) < millis).count());
  }

  private static long time(ParsedRecord record) {
    return mention(record).createdAtMillis();
  }

  private static Mention mention(ParsedRecord record) {
    return Objects.requireNonNull(record.mention());
  }
}
