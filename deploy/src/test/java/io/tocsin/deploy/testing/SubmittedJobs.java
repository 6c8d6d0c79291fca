package io.tocsin.deploy.testing;

import io.tocsin.jobs.CrisisJob;
import io.tocsin.jobs.PagerJob;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.response.CrisisPlan;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The jobs on a test's cluster, with checkpoints every second, for worlds that are told faster than
 * the clock goes.
 */
public final class SubmittedJobs {
  private final String bootstrapServers;
  private final Path folder;

  /**
   * On this broker.
   *
   * @param bootstrapServers {@code host:port}
   * @param folder for checkpoints
   */
  public SubmittedJobs(String bootstrapServers, Path folder) {
    this.bootstrapServers = bootstrapServers;
    this.folder = folder;
  }

  /** Starts CrisisJob by this plan. */
  public JobClient crisis(CrisisPlan plan) throws Exception {
    return submit(CrisisJob.NAME, (env, settings) -> CrisisJob.build(env, settings, plan));
  }

  /** Starts PagerJob. */
  public JobClient pager() throws Exception {
    return submit(PagerJob.NAME, PagerJob::build);
  }

  /** Defines a job. */
  private interface Build {
    void define(StreamExecutionEnvironment env, JobSettings settings);
  }

  private JobClient submit(String name, Build job) throws Exception {
    JobSettings settings =
        JobSettings.of(
            Map.of(
                JobOption.KAFKA_BOOTSTRAP_SERVERS,
                bootstrapServers,
                JobOption.PARALLELISM,
                "2",
                JobOption.CHECKPOINT_INTERVAL,
                "1s",
                JobOption.CHECKPOINT_DIR,
                folder.resolve(name).toUri().toString(),
                JobOption.IDLENESS,
                "10m"));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.of(settings.engine()));
    job.define(env, settings);
    return env.executeAsync(name);
  }
}
