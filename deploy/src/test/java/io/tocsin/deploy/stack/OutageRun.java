package io.tocsin.deploy.stack;

import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.firehose.FirehoseProducer;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.firehose.WorldSettings;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.jobs.CrisisJob;
import io.tocsin.jobs.PagerJob;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.CrisisPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A world with an outage on a real broker, and the jobs that read it, in event time. */
final class OutageRun {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final Instant OUTAGE = START.plus(Duration.ofMinutes(75));
  static final Instant END = START.plus(Duration.ofMinutes(95));

  private static final long SEED = 3;

  private final Path folder;
  private final EmbeddedBroker broker;

  /**
   * On this broker.
   *
   * @param folder for checkpoints
   */
  OutageRun(Path folder, EmbeddedBroker broker) {
    this.folder = folder;
    this.broker = broker;
  }

  /** The world from its beginning; the same each time. */
  static World world() {
    WorldSettings settings =
        WorldSettings.defaults()
            .withEvents(
                List.of(
                    WorldEvent.outage(
                        "nimbus", OUTAGE.toEpochMilli(), Duration.ofMinutes(1).toMillis())));
    return new World(SEED, START.toEpochMilli(), settings);
  }

  FirehoseProducer firehose() {
    return FirehoseProducer.connect(world(), broker.bootstrapServers(), Topic.MENTIONS.topicName());
  }

  JobClient submitCrisisJob(CrisisPlan plan) throws Exception {
    return submit(CrisisJob.NAME, (env, settings) -> CrisisJob.build(env, settings, plan));
  }

  JobClient submitPagerJob() throws Exception {
    return submit(PagerJob.NAME, PagerJob::build);
  }

  /** Ends the job at the end of the world: what is open is closed, counted and committed. */
  void drain(JobClient job) throws Exception {
    job.stopWithSavepoint(
            true, folder.resolve("savepoint").toUri().toString(), SavepointFormatType.CANONICAL)
        .get();
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
                broker.bootstrapServers(),
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
