package io.tocsin.deploy.stack;

import io.tocsin.deploy.desk.Desk;
import io.tocsin.deploy.desk.DeskSecrets;
import io.tocsin.deploy.desk.DeskSettings;
import io.tocsin.deploy.desk.ExamplesReader;
import io.tocsin.deploy.engine.ClusterSpec;
import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.engine.EmbeddedCluster;
import io.tocsin.deploy.engine.MetricsSpec;
import io.tocsin.deploy.engine.RunningJob;
import io.tocsin.deploy.engine.TopicSpec;
import io.tocsin.deploy.explain.IncidentExplainer;
import io.tocsin.deploy.host.UserException;
import io.tocsin.jobs.CrisisJob;
import io.tocsin.jobs.PagerJob;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.delivery.DeskAccess;
import io.tocsin.response.secret.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker, cluster, both jobs and the desk in this process. What was started last is closed first.
 */
public final class LocalStack implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);
  private static final int FIREHOSE_PARTITIONS = 4;
  private static final int SLOTS = 4;

  private final Deque<AutoCloseable> started;
  private final CompletableFuture<Object> failure;
  private final String bootstrapServers;
  private final EmbeddedCluster cluster;
  private final Desk desk;
  private final @Nullable String ownToken;

  private LocalStack(StackSettings settings, Deque<AutoCloseable> started) {
    this.started = started;
    CompletableFuture<Void> brokerFailure = new CompletableFuture<>();
    if (settings.kafka() == null) {
      EmbeddedBroker broker = begun(EmbeddedBroker.start(settings.folder().resolve("kafka"), 0));
      brokerFailure = broker.failure();
      bootstrapServers = broker.bootstrapServers();
    } else {
      bootstrapServers = settings.kafka();
    }
    createTopics(bootstrapServers);
    Path secretsFolder = settings.folder().resolve("secrets");
    Map<JobOption, String> options = options(settings, bootstrapServers, secretsFolder);
    DeskAccess access = JobSettings.of(options).pager().host().desk();
    Secrets secrets = new Secrets(System.getenv(), options.get(JobOption.SECRETS_DIR));
    SecretFile.ensure(secrets, secretsFolder, access.keySecret());
    DeskSettings deskSettings =
        DeskSettings.onLoopback(bootstrapServers, settings.desk().port())
            .at(settings.desk())
            .withLinks(access.address(), new DeskSecrets(secrets, access.keySecret()))
            .withSecondOpinion(settings.secondOpinion());
    if (deskSettings.isLoopback()) {
      SecretFile.ensure(secrets, secretsFolder, DeskSecrets.TOKEN);
    }
    ownToken = ownToken(deskSettings, secrets);
    ExamplesReader examples = begun(IncidentExplainer.ifInstalled());
    desk = begun(Desk.start(deskSettings, examples));
    options.putIfAbsent(JobOption.DESK_ADDRESS, desk.url());
    JobSettings jobs = JobSettings.of(options);
    cluster = begun(EmbeddedCluster.start(clusterSpec(settings), EngineConfig.of(jobs.engine())));
    RunningJob crisis = submit(CrisisJob.NAME, env -> CrisisJob.build(env, jobs, settings.plan()));
    RunningJob pager = submit(PagerJob.NAME, env -> PagerJob.build(env, jobs));
    failure = CompletableFuture.anyOf(brokerFailure, crisis.ended(), pager.ended());
  }

  /** The token of a host that has none of its own: nobody else can tell it to the user. */
  private static @Nullable String ownToken(DeskSettings desk, Secrets secrets) {
    boolean given = new Secrets(System.getenv()).find(DeskSecrets.TOKEN) != null;
    return given || !desk.isLoopback() ? null : secrets.find(DeskSecrets.TOKEN);
  }

  private static void createTopics(String bootstrapServers) {
    try {
      TopicSpec.createMissing(bootstrapServers, topics());
    } catch (KafkaException e) {
      throw unusable(bootstrapServers, e);
    }
  }

  /** What to tell the user of brokers that do not answer, or refuse. */
  static UserException unusable(String bootstrapServers, KafkaException e) {
    Throwable cause = e.getCause();
    String reason = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    return new UserException("cannot use Kafka at " + bootstrapServers + ": " + reason, e);
  }

  /**
   * Starts everything and waits until the cluster took the jobs.
   *
   * @throws io.tocsin.deploy.host.UserException if something is in the way, such as a port in use
   */
  public static LocalStack start(StackSettings settings) {
    Deque<AutoCloseable> started = new ArrayDeque<>();
    try {
      return new LocalStack(settings, started);
    } catch (RuntimeException e) {
      closeAll(started);
      throw e;
    }
  }

  /** Brokers of the topics. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The live page. */
  public String deskUrl() {
    return desk.url();
  }

  /**
   * The live page for whoever started all this: where the host has no token of its own, the address
   * brings one along, behind a mark that no browser sends anywhere.
   */
  public String deskUrlToOpen() {
    return ownToken == null ? deskUrl() : deskUrl() + "#token=" + ownToken;
  }

  /** Flink's web UI. */
  public URI webUi() {
    return cluster.webUiAddress();
  }

  /** The port of the engine's own metrics, if they are reported. */
  public OptionalInt engineMetricsPort() {
    return cluster.metricsPort();
  }

  /** Ends, or fails, when the broker or a job does. */
  public CompletableFuture<Object> failure() {
    return failure;
  }

  private interface JobDefinition {
    void defineIn(StreamExecutionEnvironment env);
  }

  private RunningJob submit(String name, JobDefinition job) {
    StreamExecutionEnvironment env = cluster.environment(name);
    job.defineIn(env);
    return cluster.submit(env, name);
  }

  private <T extends AutoCloseable> T begun(T part) {
    started.push(part);
    return part;
  }

  /** All topics, with as many partitions as one machine needs. */
  public static List<TopicSpec> topics() {
    return Arrays.stream(Topic.values())
        .map(topic -> new TopicSpec(topic.topicName(), partitions(topic), topic.compacted()))
        .toList();
  }

  private static int partitions(Topic topic) {
    return topic == Topic.MENTIONS || topic == Topic.SCORED_MENTIONS ? FIREHOSE_PARTITIONS : 1;
  }

  private static Map<JobOption, String> options(
      StackSettings settings, String bootstrapServers, Path secretsFolder) {
    Map<JobOption, String> options = new HashMap<>(settings.options());
    options.put(JobOption.KAFKA_BOOTSTRAP_SERVERS, bootstrapServers);
    options.put(JobOption.SECRETS_DIR, secretsFolder.toAbsolutePath().toString());
    return options;
  }

  private static ClusterSpec clusterSpec(StackSettings settings) {
    Path plugins = settings.plugins();
    MetricsSpec metrics = plugins == null ? null : new MetricsSpec(plugins, settings.metricsPort());
    return new ClusterSpec(
        settings.folder().resolve("flink"), 1, SLOTS, settings.webPort(), metrics);
  }

  @Override
  public void close() {
    closeAll(started);
  }

  private static void closeAll(Deque<AutoCloseable> started) {
    while (!started.isEmpty()) {
      AutoCloseable part = started.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
      }
    }
  }
}
