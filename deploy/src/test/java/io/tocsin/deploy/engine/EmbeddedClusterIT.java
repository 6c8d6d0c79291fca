package io.tocsin.deploy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.deploy.host.PortInUseException;
import io.tocsin.deploy.host.UserException;
import io.tocsin.deploy.testing.Eventually;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterIT {
  private static final int ANY_PORT = 0;
  private static final Path PLUGINS = Path.of("target", "plugins");
  private static final String JOB = "Count numbers";
  private static final long FEW = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void runsAJobOnRocksDbToItsEndAndLeavesNoTemporaryFiles() {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(spec(null), engine())) {
      RunningJob job = cluster.submit(counting(cluster, FEW), JOB);
      assertThat(endOf(job)).isEqualTo(JobStatus.FINISHED);
    }
    assertThat(folder.resolve("tmp")).doesNotExist();
  }

  @Test
  void servesTheWebUiAndThePrometheusReporter() throws Exception {
    MetricsSpec metrics = new MetricsSpec(PLUGINS, ANY_PORT);
    try (EmbeddedCluster cluster = EmbeddedCluster.start(spec(metrics), engine())) {
      Eventually.see(
          () -> get(cluster.webUiAddress().resolve("/overview")),
          overview -> overview.contains("\"slots-total\":2"));
      assertThat(get(cluster.webUiAddress().resolve("/")))
          .containsIgnoringCase("<title>Apache Flink");
      URI page = URI.create("http://127.0.0.1:" + cluster.metricsPort().orElseThrow() + "/metrics");
      Eventually.see(() -> get(page), text -> text.contains("flink_jobmanager_taskSlotsTotal"));
    }
  }

  @Test
  void goesOnFromTheNewestCheckpointInANewCluster() throws Exception {
    String firstRun;
    try (EmbeddedCluster cluster = EmbeddedCluster.start(spec(null), engine())) {
      RunningJob job = cluster.submit(counting(cluster, Long.MAX_VALUE), JOB);
      awaitCheckpoint();
      job.cancel(PATIENCE);
      assertThat(endOf(job)).isEqualTo(JobStatus.CANCELED);
      firstRun = job.id().toString();
    }
    try (EmbeddedCluster cluster = EmbeddedCluster.start(spec(null), engine())) {
      RunningJob job = cluster.submit(counting(cluster, Long.MAX_VALUE), JOB);
      URI checkpoints = cluster.webUiAddress().resolve("/jobs/" + job.id() + "/checkpoints");
      Eventually.see(
          () -> get(checkpoints),
          page -> page.contains("\"restored\":{") && page.contains(firstRun));
    }
  }

  @Test
  void tellsWhenAJobHasFailedForGood() {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(spec(null), engine())) {
      StreamExecutionEnvironment environment = cluster.environment(JOB);
      numbers(environment, FEW)
          .map(number -> Math.toIntExact(number + Integer.MAX_VALUE))
          .uid("overflow")
          .sinkTo(new DiscardingSink<>())
          .uid("sink");
      RunningJob job = cluster.submit(environment, JOB);
      assertThat(job.ended())
          .failsWithin(PATIENCE)
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(JobFailedException.class)
          .withMessageStartingWith(JOB + " failed for good: ")
          .withMessageContaining("integer overflow");
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(
              () -> EmbeddedCluster.start(new ClusterSpec(folder, 1, 1, port, null), engine()))
          .isInstanceOf(PortInUseException.class)
          .hasMessageStartingWith("port " + port + " for Flink's web UI is in use");
    }
  }

  @Test
  void saysWhichPluginsAreMissing() {
    MetricsSpec nowhere = new MetricsSpec(folder.resolve("nowhere"), ANY_PORT);
    assertThatThrownBy(() -> EmbeddedCluster.start(spec(nowhere), engine()))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("no Flink plugins in " + folder.resolve("nowhere"));
  }

  private ClusterSpec spec(@Nullable MetricsSpec metrics) {
    return new ClusterSpec(folder, 1, 2, ANY_PORT, metrics);
  }

  private static Configuration engine() {
    Configuration engine = new Configuration();
    engine.set(PipelineOptions.GENERIC_TYPES, false);
    engine.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    engine.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    engine.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    engine.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    engine.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    engine.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return engine;
  }

  private static StreamExecutionEnvironment counting(EmbeddedCluster cluster, long last) {
    StreamExecutionEnvironment environment = cluster.environment(JOB);
    numbers(environment, last)
        .keyBy(number -> number % 10, Types.LONG)
        .process(new CountFunction())
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .uid("sink");
    return environment;
  }

  private static DataStream<Long> numbers(StreamExecutionEnvironment environment, long last) {
    return environment
        .fromSource(new NumberSequenceSource(1, last), WatermarkStrategy.noWatermarks(), "numbers")
        .uid("numbers");
  }

  private static JobStatus endOf(RunningJob job) {
    return job.ended().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private void awaitCheckpoint() throws InterruptedException {
    Eventually.see(() -> new ClusterFolder(folder).latestCheckpointOf(JOB), Optional::isPresent);
  }

  private static String get(URI page) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Counts the numbers of a key. */
  private static final class CountFunction extends KeyedProcessFunction<Long, Long, Long> {
    private static final long serialVersionUID = 1L;
    private transient ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
      count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
      Long before = count.value();
      long now = before == null ? 1 : before + 1;
      count.update(now);
      out.collect(now);
    }
  }
}
