package io.tocsin.deploy.bench;

import io.tocsin.deploy.engine.ClusterSpec;
import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.engine.EmbeddedCluster;
import io.tocsin.deploy.engine.TopicSpec;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.host.UserException;
import io.tocsin.deploy.stack.LocalStack;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.wire.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Broker and cluster in this process, a full topic, and all stages measured on it. */
final class StageBench {
  private static final int ANY_PORT = 0;
  private static final int PARTITIONS = 4;
  private static final String FULL = Topic.MENTIONS.topicName();
  private static final TopicSpec EMPTY = new TopicSpec("bench.empty", PARTITIONS, false);

  private final BenchSettings settings;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * A bench that has not begun.
   *
   * @param folder where broker and cluster write
   * @param progress is told what happens, a line at a time
   */
  StageBench(BenchSettings settings, Path folder, Consumer<String> progress) {
    this.settings = settings;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Measures all stages.
   *
   * @param world whose posts are read
   * @throws UserException if a job fails
   */
  List<StageResult> run(World world) {
    ClusterSpec spec =
        new ClusterSpec(folder.resolve("flink"), 1, StageRunner.PARALLELISM, ANY_PORT, null);
    progress.accept("starting a broker and a cluster ...");
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), ANY_PORT);
        EmbeddedCluster cluster = EmbeddedCluster.start(spec, EngineConfig.base())) {
      fill(broker, world);
      StageJobs jobs =
          new StageJobs(broker.bootstrapServers(), settings.plan(), settings.options());
      return new Rounds(new StageRunner(cluster, jobs), progress)
          .measure(settings.runs(), EMPTY.name(), FULL);
    } catch (CompletionException e) {
      throw new UserException("a stage failed: " + e.getCause(), e);
    }
  }

  private void fill(EmbeddedBroker broker, World world) {
    List<TopicSpec> topics = new ArrayList<>(LocalStack.topics());
    topics.add(EMPTY);
    broker.createTopics(topics);
    progress.accept("writing the posts ...");
    long sent = BenchTopic.fill(world, broker.bootstrapServers(), FULL, settings.records());
    progress.accept(Texts.of("%,d records in %d partitions", sent, PARTITIONS));
  }
}
