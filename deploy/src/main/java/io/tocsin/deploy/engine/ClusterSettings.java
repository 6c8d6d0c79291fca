package io.tocsin.deploy.engine;

import java.nio.file.Path;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;

/**
 * What embedding adds to the engine's configuration: loopback, one folder for everything, memory
 * for a laptop, checkpoints that outlive the process.
 */
final class ClusterSettings {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String PROMETHEUS = "prometheus";
  private static final String PROMETHEUS_FACTORY =
      "org.apache.flink.metrics.prometheus.PrometheusReporterFactory";
  private static final String PORT = "port";

  /** RocksDB's caches and write buffers, outside the heap, shared by a task manager's slots. */
  private static final MemorySize STATE_MEMORY = MemorySize.ofMebiBytes(256);

  private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(64);

  private ClusterSettings() {}

  /** The settings of the cluster. */
  static Configuration ofCluster(ClusterFolder folder, int restPort, Configuration engine) {
    Configuration settings = new Configuration(engine);
    listenOnLoopback(restPort, settings);
    stayInside(folder.temporary(), settings);
    fitALaptop(settings);
    return settings;
  }

  /** The settings of one job, which goes on from its newest checkpoint if it has one. */
  static Configuration ofJob(ClusterFolder folder, String jobName, Configuration engine) {
    Configuration settings = new Configuration(engine);
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.checkpointsOf(jobName).toUri().toString());
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    folder.latestCheckpointOf(jobName).ifPresent(checkpoint -> restore(checkpoint, settings));
    return settings;
  }

  /** Lets Flink's own reporter serve Prometheus on this port. */
  static void reportMetrics(int port, Configuration settings) {
    Configuration reporter = MetricOptions.forReporter(settings, PROMETHEUS);
    reporter.set(MetricOptions.REPORTER_FACTORY_CLASS, PROMETHEUS_FACTORY);
    reporter.setString(PORT, Integer.toString(port));
  }

  private static void listenOnLoopback(int restPort, Configuration settings) {
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(RestOptions.PORT, restPort);
    settings.set(RestOptions.BIND_PORT, Integer.toString(restPort));
    // The page shows and cancels jobs; jars come in by the command alone.
    settings.set(WebOptions.SUBMIT_ENABLE, false);
  }

  private static void stayInside(Path temporary, Configuration settings) {
    String folder = temporary.toString();
    settings.set(CoreOptions.TMP_DIRS, folder);
    settings.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, folder);
    settings.set(BlobServerOptions.STORAGE_DIRECTORY, folder);
    settings.set(WebOptions.TMP_DIR, folder);
  }

  private static void fitALaptop(Configuration settings) {
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, STATE_MEMORY);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
  }

  /** The new run owns the checkpoint and removes it when it is no longer needed. */
  private static void restore(Path checkpoint, Configuration settings) {
    settings.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
    settings.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
  }
}
