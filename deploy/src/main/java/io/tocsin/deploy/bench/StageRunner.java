package io.tocsin.deploy.bench;

import io.tocsin.deploy.engine.EmbeddedCluster;
import io.tocsin.deploy.engine.RunningJob;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs stages one at a time and measures them. */
final class StageRunner {
  /** As many as the machine that the aim is for has cores. */
  static final int PARALLELISM = 2;

  private final EmbeddedCluster cluster;
  private final StageJobs jobs;
  private int runs;

  StageRunner(EmbeddedCluster cluster, StageJobs jobs) {
    this.cluster = cluster;
    this.jobs = jobs;
  }

  /**
   * Runs a stage over a topic to its end.
   *
   * @throws java.util.concurrent.CompletionException if the job fails
   */
  Measurement run(Stage stage, String topic) {
    // Each run has a name of its own, so that none goes on from another's checkpoint.
    String name = "bench " + stage + " " + ++runs;
    StreamExecutionEnvironment env = cluster.environment(name);
    env.setParallelism(PARALLELISM);
    jobs.define(stage, topic, env);
    long before = CpuMeter.processNanos();
    RunningJob job = cluster.submit(env, name);
    job.ended().join();
    return measured(job, CpuMeter.processNanos() - before);
  }

  private static Measurement measured(RunningJob job, long cpuNanos) {
    long records = accumulated(job, TimeReadingOperator.RECORDS);
    long readingMillis =
        records == 0
            ? 0
            : accumulated(job, TimeReadingOperator.LAST_MILLIS)
                - accumulated(job, TimeReadingOperator.FIRST_MILLIS);
    return new Measurement(records, cpuNanos, readingMillis);
  }

  private static long accumulated(RunningJob job, String name) {
    return job.accumulated(name, Long.class).join();
  }
}
