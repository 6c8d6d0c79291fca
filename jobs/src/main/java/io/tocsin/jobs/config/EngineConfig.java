package io.tocsin.jobs.config;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** The Flink configuration that every deployment and every test uses. */
public final class EngineConfig {
  /** Mentions are judged by slides of seconds: a finer watermark would cost and show nothing. */
  private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(200);

  /**
   * How far keyed state can be spread. It is written into every savepoint and never changes; with
   * 128 or fewer a RocksDB key's group takes one byte.
   */
  private static final int MAX_PARALLELISM = 128;

  /** A hiccup of the checkpoint store must not restart detection in the middle of a crisis. */
  private static final int TOLERABLE_CHECKPOINT_FAILURES = 3;

  private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
  private static final Duration LAST_RESTART = Duration.ofSeconds(30);
  private static final Duration CALM_AFTER = Duration.ofMinutes(10);

  private EngineConfig() {}

  /**
   * What holds everywhere, also in tests and replays: no Kryo type, no generated uid, objects
   * reused between chained operators, RocksDB. Checkpoints and restarts are left off.
   *
   * <p>RocksDB keeps its indexes and filters in small parts: with hundreds of thousands of watches
   * a whole index is read again for every look, because the watches' own blocks drive it out of the
   * cache. A Bloom filter tells that a watch is new without looking into a file.
   */
  public static Configuration base() {
    return new Configuration()
        .set(PipelineOptions.GENERIC_TYPES, false)
        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
        .set(PipelineOptions.OBJECT_REUSE, true)
        .set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL)
        .set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM)
        .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
        .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
        .set(RocksDBOptions.USE_PARTITIONED_INDEX_FILTERS, true)
        .set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true)
        .set(RestartStrategyOptions.RESTART_STRATEGY, "none");
  }

  /** {@link #base} for a job that runs on: exactly-once checkpoints, restarts ever slower. */
  public static Configuration of(EngineSettings settings) {
    Configuration config = base();
    if (settings.parallelism() > 0) {
      config.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
    }
    checkpoint(config, settings);
    restart(config);
    return config;
  }

  private static void checkpoint(Configuration config, EngineSettings settings) {
    Duration interval = Duration.ofMillis(settings.checkpointIntervalMillis());
    config
        .set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE)
        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval)
        .set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, TOLERABLE_CHECKPOINT_FAILURES);
    String dir = settings.checkpointDir();
    if (dir != null) {
      config
          .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
          .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, dir)
          .set(
              CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
              ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }
  }

  private static void restart(Configuration config) {
    config
        .set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay")
        .set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
            FIRST_RESTART)
        .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LAST_RESTART)
        .set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
            CALM_AFTER);
  }
}
