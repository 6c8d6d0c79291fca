package io.tocsin.deploy.engine;

import io.tocsin.deploy.host.PortInUseException;
import io.tocsin.deploy.host.Ports;
import io.tocsin.deploy.host.UserException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.plugin.PluginManager;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole Flink cluster in this process, with its web UI and its Prometheus reporter. A job that is
 * submitted under a name goes on from the newest checkpoint that a job of that name left in the
 * folder, also after a hard kill.
 */
public final class EmbeddedCluster implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);
  private static final String WEB_UI = "Flink's web UI";
  private static final String METRICS = "Flink's metrics";
  private static final Duration PATIENCE_ON_CANCEL = Duration.ofSeconds(10);
  private static final Duration PATIENCE_ON_CLOSE = Duration.ofSeconds(10);

  private final ClusterFolder folder;
  private final Configuration engine;
  private final MiniCluster cluster;
  private final @Nullable Integer metricsPort;
  private final List<RunningJob> jobs = new CopyOnWriteArrayList<>();

  private EmbeddedCluster(ClusterSpec spec, Configuration engine) {
    this.folder = ClusterFolder.open(spec.folder());
    this.engine = new Configuration(engine);
    int restPort = Ports.available(WEB_UI, spec.restPort());
    Configuration settings = ClusterSettings.ofCluster(folder, restPort, engine);
    MetricsSpec metrics = spec.metrics();
    if (metrics == null) {
      metricsPort = null;
      cluster = clusterOf(spec, settings, Plugins.none(settings));
    } else {
      metricsPort = Ports.available(METRICS, metrics.port());
      ClusterSettings.reportMetrics(metricsPort, settings);
      cluster = clusterOf(spec, settings, Plugins.in(metrics.pluginsFolder(), settings));
    }
  }

  /**
   * Starts a cluster and waits until it takes jobs. The web UI may ask for a moment's patience.
   *
   * @param spec how large it is and where it lives
   * @param engine the engine's configuration, as on any cluster
   * @throws PortInUseException if another program holds a port
   * @throws UserException if the folder cannot be made or the plugins are missing
   */
  public static EmbeddedCluster start(ClusterSpec spec, Configuration engine) {
    EmbeddedCluster started = new EmbeddedCluster(spec, engine);
    try {
      started.cluster.start();
      started.cluster.requestClusterOverview().join();
      return started;
    } catch (Exception e) {
      started.close();
      throw new IllegalStateException("the embedded Flink cluster did not start", e);
    }
  }

  /** The address of the web UI and the REST API: {@code http://127.0.0.1:8081}. */
  public URI webUiAddress() {
    return cluster.getRestAddress().join();
  }

  /** The port of Flink's {@code /metrics}, if the cluster has a reporter. */
  public OptionalInt metricsPort() {
    return metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort);
  }

  /** An environment to define the job of this name in; hand it to {@link #submit} afterwards. */
  public StreamExecutionEnvironment environment(String jobName) {
    return new StreamExecutionEnvironment(ClusterSettings.ofJob(folder, jobName, engine));
  }

  /**
   * Hands in what was defined in an environment.
   *
   * @param environment comes from {@link #environment} with the same name
   * @throws IllegalStateException if the cluster refuses the job
   */
  public RunningJob submit(StreamExecutionEnvironment environment, String jobName) {
    StreamGraph graph = environment.getStreamGraph();
    graph.setJobName(jobName);
    return submit(graph.getJobGraph());
  }

  /**
   * Hands in a job as it is, with the settings that it brings.
   *
   * @throws IllegalStateException if the cluster refuses the job
   */
  public RunningJob submit(JobGraph graph) {
    try {
      cluster.submitJob(graph).join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "the embedded Flink cluster refused " + graph.getName(), e.getCause());
    }
    RunningJob job = new RunningJob(cluster, graph.getJobID(), graph.getName());
    jobs.add(job);
    return job;
  }

  /** Cancels the jobs, keeping their newest checkpoints, and stops the cluster. */
  @Override
  public void close() {
    CompletableFuture.allOf(
            jobs.stream()
                .map(job -> CompletableFuture.runAsync(() -> job.cancel(PATIENCE_ON_CANCEL)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    jobs.clear();
    cluster
        .closeAsync()
        .orTimeout(PATIENCE_ON_CLOSE.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(EmbeddedCluster::logUncleanEnd)
        .join();
    folder.deleteTemporary();
  }

  private static MiniCluster clusterOf(
      ClusterSpec spec, Configuration settings, PluginManager plugins) {
    return new MiniCluster(
        new MiniClusterConfiguration.Builder()
            .setConfiguration(settings)
            .setNumTaskManagers(spec.taskManagers())
            .setNumSlotsPerTaskManager(spec.slotsPerTaskManager())
            .setPluginManager(plugins)
            .build());
  }

  private static @Nullable Void logUncleanEnd(Throwable failure) {
    LOG.warn("the embedded Flink cluster did not end cleanly", failure);
    return null;
  }
}
