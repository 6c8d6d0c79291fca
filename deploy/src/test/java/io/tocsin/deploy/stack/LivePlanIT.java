package io.tocsin.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.deploy.desk.DeskPlace;
import io.tocsin.deploy.liveplan.PlanTopic;
import io.tocsin.deploy.liveplan.PlanVerdicts;
import io.tocsin.deploy.liveplan.PlanWatch;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.mention.Author;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.MentionWriter;
import io.tocsin.mention.Visibility;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import io.tocsin.response.live.PlanVerdict;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.scoring.ScoredMention;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan changes while the jobs run on a real broker: by its file, by the verb, and by others. */
class LivePlanIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String BAD = "version: '3'\nbrands: []\n";

  @TempDir Path folder;

  private final List<String> told = new CopyOnWriteArrayList<>();
  private Path file = Path.of("plan.yaml");
  private int posts;

  @BeforeEach
  void writeTheFirstPlan() throws Exception {
    file = Files.writeString(folder.resolve("plan.yaml"), plan("1", "acme"));
  }

  @Test
  void aNewPlanTakesHoldABadOneDoesNotAndARestartKeepsTheNewOne() throws Exception {
    try (LocalStack stack = start();
        PlanWatch watch = watch(stack);
        TopicLog log = TopicLog.committed(stack.bootstrapServers());
        KafkaProducer<byte[], byte[]> firehose = firehose(stack)) {
      Eventually.isTrue("acme is watched", () -> postUntilScored(firehose, "acme", log));
      assertThat(watch.file()).isEqualTo(file);

      Files.writeString(file, plan("2", "acme", "zeta"));
      Eventually.isTrue("zeta is watched", () -> postUntilScored(firehose, "zeta", log));
      Eventually.holds(
          () ->
              assertThat(told).contains("crisis plan 2 is in force, published by file plan.yaml"));

      Files.writeString(file, BAD);
      Eventually.holds(() -> assertThat(told).anyMatch(line -> line.contains("REFUSED")));
      assertGoesOn(firehose, "zeta", log);

      assertRefusedByTheJob(stack);
      assertGoesOn(firehose, "zeta", log);

      assertPublishedByTheVerb(stack);
      Eventually.isTrue("nova is watched", () -> postUntilScored(firehose, "nova", log));
      Eventually.holds(
          () ->
              assertThat(metrics(stack))
                  .contains("tocsin_plan_info{version=\"4\",} 1.0")
                  .contains("tocsin_plan_refusals_total 2.0"));
    }
    try (LocalStack again = start();
        TopicLog log = TopicLog.committed(again.bootstrapServers());
        KafkaProducer<byte[], byte[]> firehose = firehose(again)) {
      assertGoesOn(firehose, "nova", log);
      String acme = post(firehose, "acme");
      Eventually.holds(() -> isScored(acme, log));
    }
  }

  /** Somebody's own tool publishes what no check has seen. */
  private static void assertRefusedByTheJob(LocalStack stack) {
    PlanNotice bad = new PlanNotice("3", BAD, Instant.now(), "a tool");
    try (PlanTopic topic = PlanTopic.connect(stack.bootstrapServers());
        PlanVerdicts verdicts = topic.verdicts()) {
      topic.publish(bad);
      PlanReport report = Objects.requireNonNull(verdicts.of(bad, PATIENCE));
      assertThat(report.verdict()).isEqualTo(PlanVerdict.REFUSED);
      assertThat(report.inForce()).isEqualTo("2");
      assertThat(report.problems()).anyMatch(line -> line.contains("has no brand"));
    }
  }

  private void assertPublishedByTheVerb(LocalStack stack) throws Exception {
    Path other = Files.writeString(folder.resolve("other.yaml"), plan("4", "acme", "nova"));
    StringWriter out = new StringWriter();
    int exit =
        Tocsin.commandLine()
            .setOut(new PrintWriter(out))
            .execute(
                "plan",
                "publish",
                other.toString(),
                "--kafka",
                stack.bootstrapServers(),
                "--by",
                "ada",
                "--wait",
                PATIENCE.toSeconds() + "s");
    assertThat(out.toString()).contains("crisis plan 4 is in force, published by ada");
    assertThat(exit).isZero();
  }

  private void assertGoesOn(KafkaProducer<byte[], byte[]> firehose, String brand, TopicLog log)
      throws Exception {
    String id = post(firehose, brand);
    Eventually.holds(() -> isScored(id, log));
  }

  private boolean postUntilScored(
      KafkaProducer<byte[], byte[]> firehose, String brand, TopicLog log) throws Exception {
    post(firehose, brand);
    return log.scored().stream().anyMatch(mention -> mention.brands().contains(brand));
  }

  private static void isScored(String id, TopicLog log) {
    assertThat(log.scored()).extracting(LivePlanIT::idOf).contains(id);
  }

  private static String idOf(ScoredMention scored) {
    return scored.mention().id();
  }

  private LocalStack start() throws Exception {
    CrisisPlan first =
        Objects.requireNonNull(CrisisPlanParser.read(plan("1", "acme"), "plan").plan());
    return LocalStack.start(
        new StackSettings(
            folder.resolve("data"),
            null,
            first,
            DeskPlace.onLoopback(0),
            0,
            0,
            null,
            null,
            Map.of(JobOption.PARALLELISM, "2", JobOption.CHECKPOINT_INTERVAL, "500ms")));
  }

  private PlanWatch watch(LocalStack stack) {
    return PlanWatch.start(
        file, UnaryOperator.identity(), stack.bootstrapServers(), told::add, Clock.systemUTC());
  }

  private static KafkaProducer<byte[], byte[]> firehose(LocalStack stack) {
    return new KafkaProducer<>(
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private String post(KafkaProducer<byte[], byte[]> firehose, String brand) throws Exception {
    String id = "post-" + posts++;
    Mention mention =
        new Mention(
            id,
            "x",
            brand + " is down",
            "en",
            Instant.now().toEpochMilli(),
            new Author("a", "ann", 100L, null, null),
            MentionKind.POST,
            null,
            null,
            List.of(),
            null,
            null,
            Visibility.PUBLIC,
            Engagement.NONE);
    byte[] json = new MentionWriter().write(mention);
    firehose.send(new ProducerRecord<>(Topic.MENTIONS.topicName(), json)).get();
    return id;
  }

  private static String metrics(LocalStack stack) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(stack.deskUrl() + "metrics")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static String plan(String version, String... brands) {
    StringBuilder text = new StringBuilder("version: '" + version + "'\nbrands:\n");
    for (String brand : brands) {
      text.append(
          """
            - brand: %1$s
              match: {handles: [%1$s], phrases: [%1$s]}
              page: [{target: duty, transport: console, from: warning}]
          """
              .formatted(brand));
    }
    return text.toString();
  }
}
