package io.tocsin.deploy.stack;

import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.firehose.FirehoseProducer;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.firehose.WorldSettings;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.deploy.testing.SubmittedJobs;
import io.tocsin.jobs.wire.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

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

  SubmittedJobs jobs() {
    return new SubmittedJobs(broker.bootstrapServers(), folder);
  }

  /** Ends the job at the end of the world: what is open is closed, counted and committed. */
  void drain(JobClient job) throws Exception {
    job.stopWithSavepoint(
            true, folder.resolve("savepoint").toUri().toString(), SavepointFormatType.CANONICAL)
        .get();
  }
}
