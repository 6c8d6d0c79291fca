package io.tocsin.deploy.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.DeskPlace;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules and dashboards ask of Flink is what its reporter tells while the jobs run. */
class EngineMetricsIT {
  private static final Pattern NAMED = Pattern.compile("\\bflink_[A-Za-z_]+");
  private static final Pattern OPERATOR =
      Pattern.compile("operator_name=\\\\?\"([^\"~*\\\\]+)\\\\?\"");
  private static final Pattern JOB = Pattern.compile("job_name=\"(Tocsin:_\\w+)\"");
  private static final String PLAN =
      """
      version: '1'
      brands:
        - brand: acme
          match: {handles: [acme], phrases: [acme]}
          page: [{target: duty, transport: console, from: warning}]
      """;

  @TempDir Path folder;

  private int posts;

  @Test
  void everyMetricJobAndOperatorThatIsAskedForIsThere() throws Exception {
    String rules = rulesAndDashboards();
    assertThat(found(NAMED, rules)).hasSizeGreaterThan(5);
    try (LocalStack stack = start();
        KafkaProducer<byte[], byte[]> firehose = firehose(stack)) {
      Eventually.holds(
          () -> {
            post(firehose);
            String told = scrape(stack);
            assertThat(found(NAMED, told)).containsAll(found(NAMED, rules));
            assertThat(found(OPERATOR, told)).containsAll(found(OPERATOR, rules));
            assertThat(found(JOB, told)).containsAll(found(JOB, rules));
          });
    }
  }

  private LocalStack start() throws Exception {
    CrisisPlan plan = Objects.requireNonNull(CrisisPlanParser.read(PLAN, "plan").plan());
    Path plugins = Path.of("target", "plugins");
    Map<JobOption, String> options =
        Map.of(JobOption.PARALLELISM, "2", JobOption.CHECKPOINT_INTERVAL, "500ms");
    return LocalStack.start(
        new StackSettings(
            folder.resolve("data"),
            null,
            plan,
            DeskPlace.onLoopback(0),
            0,
            0,
            plugins,
            null,
            options));
  }

  private static KafkaProducer<byte[], byte[]> firehose(LocalStack stack) {
    return new KafkaProducer<>(
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private void post(KafkaProducer<byte[], byte[]> firehose) throws Exception {
    String json =
        """
        {"id": "p%d", "channel": "x", "text": "acme is down", "createdAt": %d, "author": {"id": "a"}}
        """
            .formatted(posts++, Instant.now().toEpochMilli());
    firehose.send(new ProducerRecord<>(Topic.MENTIONS.topicName(), json.getBytes(UTF_8))).get();
  }

  private static String scrape(LocalStack stack) throws Exception {
    URI metrics =
        URI.create("http://127.0.0.1:" + stack.engineMetricsPort().orElseThrow() + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
        .body();
  }

  private static String rulesAndDashboards() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String rules : new String[] {"alerts.yml", "recording.yml"}) {
      all.append(Files.readString(Path.of("prometheus", rules)));
    }
    try (Stream<Path> dashboards = Files.list(Path.of("..", "grafana", "dashboards"))) {
      for (Path dashboard : dashboards.toList()) {
        all.append(Files.readString(dashboard));
      }
    }
    return all.toString();
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(EngineMetricsIT::found)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String found(MatchResult result) {
    return result.groupCount() == 0 ? result.group() : result.group(1);
  }
}
