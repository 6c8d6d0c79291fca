package io.tocsin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.incident.Ack;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.source.IntakeWatermarks;
import io.tocsin.jobs.topology.ScriptedSource.Gate;
import io.tocsin.jobs.topology.ScriptedSource.Partition;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.live.PlanFeed;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import io.tocsin.scoring.lexicon.LexiconScorer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.testutils.junit.SharedObjectsExtension;
import org.apache.flink.testutils.junit.SharedReference;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every counter is what a recount of the same mentions gives, to the last one. */
class KpiExactnessTest {
  private static final long SEED = 41;
  private static final int SLOTS = 3;
  private static final double ROUNDING = 1e-9;

  /** Nobody acknowledges or moves anything here; they have tests of their own. */
  private static final Set<KpiMetric> NOT_HERE =
      EnumSet.of(KpiMetric.TIME_TO_ACKNOWLEDGE_SECONDS, KpiMetric.REDIRECTED_TOTAL);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(SLOTS)
              .build());

  @RegisterExtension final SharedObjectsExtension shared = SharedObjectsExtension.create();

  @TempDir Path folder;

  private final Configuration engine = EngineConfig.base();
  private final List<ParsedRecord> records = KpiWorld.records(SEED);
  private final CrisisRun run = new CrisisRun();

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void isARecountOfTheSameMentionsOnAnyNumberOfSubtasks(int subtasks) throws Exception {
    Gate open = new Gate(CompletableFuture.completedFuture(null), 0);

    start(Partition.of(records), open, subtasks).getJobExecutionResult().get();

    assertExact();
  }

  @Test
  void runsNeitherBackNorAheadOverAStopAndARestartOnMoreSubtasks(
      @InjectMiniCluster MiniCluster cluster) throws Exception {
    Partition stopping = new Partition(records, records.size() * 7 / 10);
    Gate shut = new Gate(new CompletableFuture<>(), 1);
    JobClient first = start(stopping, shut, 2);
    CommonTestUtils.waitForAllTaskRunning(cluster, first.getJobID(), false);
    shut.await();
    String savepoint =
        first
            .stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
            .get();
    int before = run.all(Kpi.class).size();
    engine.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    Gate open = new Gate(CompletableFuture.completedFuture(null), 0);
    start(stopping, open, 3).getJobExecutionResult().get();

    assertThat(before).isPositive().isLessThan(run.all(Kpi.class).size());
    Map<String, Kpi> latest = new HashMap<>();
    for (Kpi kpi : run.all(Kpi.class)) {
      Kpi earlier = latest.put(kpi.series(), kpi);
      if (earlier != null) {
        assertThat(kpi.at()).as(kpi.series()).isAfter(earlier.at());
        if (isCounted(kpi.metric())) {
          assertThat(kpi.value()).as(kpi.series()).isGreaterThan(earlier.value());
        }
      }
    }
    assertExact();
  }

  private void assertExact() {
    Map<String, Double> counted = new TreeMap<>();
    for (Kpi kpi : run.all(Kpi.class)) {
      if (isCounted(kpi.metric()) && kpi.value() != 0) {
        counted.put(kpi.series(), kpi.value());
      }
    }
    Map<String, Double> recount = KpiRecount.of(records, run);
    assertThat(counted.keySet()).isEqualTo(recount.keySet());
    counted.forEach(
        (series, value) -> {
          double expected = recount.getOrDefault(series, Double.NaN);
          assertThat(value).as(series).isCloseTo(expected, within(ROUNDING * expected));
        });
    assertThat(
            run.all(Kpi.class).stream()
                .map(Kpi::metric)
                .filter(KpiExactnessTest::isCounted)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(KpiMetric.class))))
        .as("every counter of the catalogue counted something")
        .containsAll(
            EnumSet.allOf(KpiMetric.class).stream()
                .filter(metric -> isCounted(metric) && !NOT_HERE.contains(metric))
                .toList());
  }

  private static boolean isCounted(KpiMetric metric) {
    return metric.type() == KpiMetric.Type.COUNTER || metric.type() == KpiMetric.Type.HISTOGRAM;
  }

  /** One partition: whether a mention is late must not depend on how far another was read. */
  private JobClient start(Partition partition, Gate gate, int subtasks) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(engine);
    env.setParallelism(subtasks);
    DataStream<ParsedRecord> source =
        env.fromSource(
                new ScriptedSource(List.of(shared.add(partition)), shared.add(gate)),
                IntakeWatermarks.perEvent(10_000),
                "firehose")
            .uid("firehose")
            .setParallelism(1);
    define(source);
    return env.executeAsync("KPIs");
  }

  private void define(DataStream<ParsedRecord> source) {
    CrisisInputs inputs =
        new CrisisInputs(
            source,
            source
                .flatMap((ParsedRecord record, Collector<Ack> out) -> {})
                .returns(TypeInformation.of(Ack.class))
                .uid("no-acks"),
            source
                .flatMap(
                    (ParsedRecord record, Collector<Assignment> out) ->
                        ifTold(KpiWorld.assignment(record), out))
                .returns(TypeInformation.of(Assignment.class))
                .uid("assignments")
                .setParallelism(1),
            source
                .flatMap(
                    (ParsedRecord record, Collector<Response> out) ->
                        ifTold(KpiWorld.response(record), out))
                .returns(TypeInformation.of(Response.class))
                .uid("responses")
                .setParallelism(1));
    DataStream<PlanNotice> none =
        source
            .flatMap((ParsedRecord record, Collector<PlanNotice> out) -> {})
            .returns(TypeInformation.of(PlanNotice.class))
            .uid("no-plans");
    CrisisStreams streams =
        CrisisTopology.define(
            inputs,
            PlanStreams.checked(none, KpiWorld.plan(), PlanFeed.Factory.NONE),
            LexiconScorer::new,
            JobSettings.of(Map.of()).windows());
    SharedReference<CrisisRun> taker = shared.add(run);
    streams.scoredMentions().sinkTo(new GatheringSink<>(taker)).uid("scored");
    streams.spikes().sinkTo(new GatheringSink<>(taker)).uid("spikes");
    streams.incidents().sinkTo(new GatheringSink<>(taker)).uid("incidents");
    streams.feed().sinkTo(new GatheringSink<>(taker)).uid("feed");
    streams.pages().sinkTo(new GatheringSink<>(taker)).uid("pages");
    streams.kpis().sinkTo(new GatheringSink<>(taker)).uid("kpis");
  }

  private static <T> void ifTold(@Nullable T told, Collector<T> out) {
    if (told != null) {
      out.collect(told);
    }
  }
}
