package io.tocsin.deploy.compose;

import static io.tocsin.deploy.compose.ComposeFile.jobArguments;
import static io.tocsin.deploy.compose.ComposeFile.jobClass;
import static io.tocsin.deploy.compose.ComposeFile.jobOption;
import static io.tocsin.deploy.compose.ComposeFile.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tocsin.deploy.Tocsin;
import io.tocsin.deploy.desk.DeskSecrets;
import io.tocsin.jobs.CrisisJob;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.config.JobSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

/** What can be known of {@code compose.yaml} without Docker. */
class ComposeTest {
  private static final String KAFKA = "kafka:9092";
  private static final String ENDS = "on-failure:10";
  private static final Pattern EXACT = Pattern.compile(".+:v?[0-9]+\\.[0-9]+\\.[0-9]+\\S*");
  private static final String REPORTER_PORT = "metrics.reporter.prometheus.port";

  private final ComposeFile compose = ComposeFile.read();
  private final Configuration flink = GlobalConfiguration.loadConfiguration("flink");

  ComposeTest() throws IOException {}

  @Test
  void hasTheShapeOfTheSpecification() throws IOException {
    JsonNode schema;
    try (InputStream stream = getClass().getResourceAsStream("compose.schema.json")) {
      schema = new ObjectMapper().readTree(stream);
    }
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(compose.document().toString(), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void mountsOnlyWhatIsThere() {
    for (String mount : compose.mounts()) {
      assertThat(Path.of(mount)).as(mount).exists();
    }
    assertThat(compose.volumesInUse())
        .containsExactlyInAnyOrderElementsOf(names(compose.document().get("volumes")));
  }

  @Test
  void theReadmeTellsToMakeEverySecretAndNoneIsInTheRepository() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    for (JsonNode secret : compose.document().get("secrets")) {
      String file = secret.get("file").asText();
      assertThat(file).startsWith(ComposeFile.SECRETS);
      assertThat(readme).contains(file.replace("./", ""));
    }
    assertThat(Files.readAllLines(Path.of("..", ".gitignore"))).contains("deploy/secrets/");
    for (JsonNode service : compose.services().values()) {
      assertThat(names(compose.document().get("secrets"))).containsAll(words(service, "secrets"));
    }
  }

  @Test
  void everyImageHasAnExactVersionThatFitsTheBuild() throws IOException {
    List<String> images = new ArrayList<>();
    compose.services().values().forEach(service -> images.add(service.get("image").asText()));
    images.addAll(basesOf(Files.readString(Path.of("Dockerfile"))));
    assertThat(images).allSatisfy(image -> assertThat(image).matches(EXACT));
    assertThat(images)
        .contains(
            "apache/kafka:" + pom("kafka.version"),
            "flink:" + pom("flink.version") + "-scala_2.12-java17",
            "tocsin:" + pom("version"),
            "tocsin-flink:" + pom("version"));
    assertThat(images)
        .filteredOn(image -> image.startsWith("eclipse-temurin:"))
        .singleElement()
        .asString()
        .contains(":" + pom("maven.compiler.release") + ".");
  }

  @Test
  void theImagesHoldWhatABuildMakes() throws IOException {
    String dockerfile = Files.readString(Path.of("Dockerfile"));
    String ignored = Files.readString(Path.of("Dockerfile.dockerignore"));
    assertThat(dockerfile)
        .contains("COPY jobs/target/tocsin-jobs-" + pom("version") + "-job.jar")
        .contains("COPY deploy/target/tocsin-deploy.jar")
        .contains("USER tocsin");
    assertThat(ignored).contains("!jobs/target/tocsin-jobs-*-job.jar", "!deploy/target/lib");
    for (JsonNode service : compose.services().values()) {
      if (service.has("build")) {
        assertThat(dockerfile).contains(" AS " + service.at("/build/target").asText() + "\n");
        assertThat(Path.of(service.at("/build/context").asText(), "deploy", "Dockerfile")).exists();
      }
    }
  }

  @Test
  void listensOnThisMachineOnlyAndOnEachPortOnceAProfile() {
    for (String profile : List.of("session", "application")) {
      List<String> published = new ArrayList<>();
      compose.services().values().stream()
          .filter(service -> runsIn(service, profile))
          .forEach(service -> published.addAll(words(service, "ports")));
      assertThat(published).allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
      assertThat(published).extracting(port -> port.split(":", -1)[1]).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyServiceIsProbedOrEndsByItself() {
    compose
        .services()
        .forEach(
            (name, service) ->
                assertThat(service.has("healthcheck"))
                    .as(name)
                    .isNotEqualTo(service.get("restart").asText().equals(ENDS)));
  }

  @Test
  void waitsOnlyForWhatRunsBesideItAndCanBeWaitedFor() {
    compose
        .services()
        .forEach(
            (name, service) ->
                service
                    .path("depends_on")
                    .properties()
                    .forEach(on -> assertCanWait(name, service, on.getKey(), on.getValue())));
  }

  private void assertCanWait(String name, JsonNode service, String other, JsonNode how) {
    JsonNode waited = compose.service(other);
    assertThat(waited.isObject()).as("%s waits for %s", name, other).isTrue();
    assertThat(
            waited.path("profiles").isMissingNode()
                || waited.get("profiles").equals(service.get("profiles")))
        .as("%s waits for %s in every profile", name, other)
        .isTrue();
    switch (how.get("condition").asText()) {
      case "service_healthy" -> assertThat(waited.has("healthcheck")).as(other).isTrue();
      case "service_completed_successfully" ->
          assertThat(waited.get("restart").asText()).as(other).isEqualTo(ENDS);
      default -> assertThat(waited.get("restart").asText()).as(other).isEqualTo("unless-stopped");
    }
  }

  @Test
  void eachModeRunsBothJobsWithOptionsThatTheyTake() {
    assertThat(compose.jobs())
        .extracting(job -> words(job, "profiles").get(0), ComposeFile::jobClass)
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "(\"application\", \"io.tocsin.jobs.CrisisJob\")",
            "(\"application\", \"io.tocsin.jobs.PagerJob\")",
            "(\"session\", \"io.tocsin.jobs.CrisisJob\")",
            "(\"session\", \"io.tocsin.jobs.PagerJob\")");
    assertThat(compose.jobs()).allSatisfy(ComposeTest::assertIsTaken);
  }

  private static void assertIsTaken(JsonNode job) {
    assertThatCode(() -> Class.forName(jobClass(job)).getMethod("main", String[].class))
        .doesNotThrowAnyException();
    String[] arguments = jobArguments(job).toArray(String[]::new);
    JobSettings settings =
        jobClass(job).equals(CrisisJob.class.getName())
            ? JobSettings.ofArguments(arguments, JobOption.PLAN_FILE)
            : JobSettings.ofArguments(arguments);
    assertThat(settings.kafka().bootstrapServers()).isEqualTo(KAFKA);
    assertThat(words(job, "command").get(1)).isEqualTo("/opt/tocsin/flink/start-job");
    assertThat(words(job, "command").get(2)).isEqualTo(words(job, "profiles").get(0));
    assertThat(settings.engine().checkpointDir())
        .isEqualTo("file://" + words(job, "command").get(3))
        .startsWith("file://" + mountOf(job, "checkpoints"));
    if (settings.planFile() != null) {
      assertThat(settings.planFile()).isEqualTo(mountOf(job, "./plans/example.yaml"));
    }
  }

  private static String mountOf(JsonNode service, String source) {
    return words(service, "volumes").stream()
        .filter(mount -> mount.startsWith(source + ":"))
        .map(mount -> mount.split(":", -1)[1])
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noTwoJobsOfAModeShareTransactionsOrCheckpoints() {
    for (String option : List.of("--transactional-id-prefix", "--checkpoint-dir")) {
      for (String profile : List.of("session", "application")) {
        assertThat(compose.jobs().filter(job -> runsIn(job, profile)))
            .extracting(job -> jobOption(job, option))
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void everybodyFindsKafka() {
    JsonNode kafka = compose.service("kafka").get("environment");
    assertThat(kafka.get("KAFKA_ADVERTISED_LISTENERS").asText())
        .contains("INSIDE://" + KAFKA)
        .contains("HOST://" + JobOption.KAFKA_BOOTSTRAP_SERVERS.defaultValue());
    assertThat(Uuid.fromString(kafka.get("CLUSTER_ID").asText())).isNotNull();
    for (String verb : List.of("desk", "topics")) {
      List<String> command = words(compose.service(verb), "command");
      assertThat(command).startsWith(verb, "--kafka", KAFKA);
      assertThatCode(() -> Tocsin.commandLine().parseArgs(command.toArray(String[]::new)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void pagesAndDeskAgreeOnTheDesksAddressAndKey() {
    List<String> desk = words(compose.service("desk"), "command");
    String address = desk.get(desk.indexOf("--desk-address") + 1);
    assertThat(compose.jobs().filter(job -> jobClass(job).endsWith("PagerJob")))
        .allSatisfy(job -> assertThat(jobOption(job, "--desk-address")).isEqualTo(address));
    assertThat(address).isEqualTo("http://localhost:" + defaultOf("desk", "--port"));
    assertThat(words(compose.service("desk"), "secrets")).contains(DeskSecrets.TOKEN);
    assertThat(words(compose.service("prometheus"), "secrets")).contains(DeskSecrets.TOKEN);
    String key = JobOption.ACK_SECRET.defaultValue();
    for (String service : List.of("desk", "taskmanager", "pager-taskmanager")) {
      assertThat(words(compose.service(service), "secrets")).contains(key);
      assertThat(compose.service(service).at("/environment/TOCSIN_SECRETS").asText())
          .isEqualTo("/run/secrets");
    }
  }

  @Test
  void prometheusAsksEveryServiceThatHasMetrics() throws IOException {
    JsonNode config = ComposeFile.yaml(Files.readString(Path.of("prometheus", "compose.yml")));
    JsonNode shipped = ComposeFile.yaml(Files.readString(Path.of("prometheus", "prometheus.yml")));
    assertThat(config.at("/scrape_configs/0/authorization/credentials_file").asText())
        .isEqualTo("/run/secrets/" + DeskSecrets.TOKEN);
    assertThat(config.at("/scrape_configs/0/static_configs/0/targets/0").asText())
        .isEqualTo("desk:" + defaultOf("desk", "--port"));
    assertThat(words(config.at("/scrape_configs/1/dns_sd_configs/0"), "names"))
        .containsExactlyInAnyOrderElementsOf(
            compose.services().keySet().stream()
                .filter(n -> n.endsWith("manager"))
                .filter(n -> !n.equals("alertmanager"))
                .toList());
    assertThat(config.at("/scrape_configs/1/dns_sd_configs/0/port").asText())
        .isEqualTo(flink.toMap().get(REPORTER_PORT))
        .isEqualTo(defaultOf("up", "--metrics-port"));
    assertThat(config.at("/alerting/alertmanagers/0/static_configs/0/targets/0").asText())
        .isEqualTo("alertmanager:9093");
    assertThat(config.get("global")).isEqualTo(shipped.get("global"));
    assertThat(words(config, "rule_files")).containsAll(words(shipped, "rule_files"));
    assertThat(shipped.get("scrape_configs"))
        .extracting(job -> job.get("job_name").asText())
        .containsExactly("tocsin-desk", "flink");
    assertThat(config.get("scrape_configs"))
        .extracting(job -> job.get("job_name").asText())
        .containsExactly("tocsin-desk", "flink");
  }

  @Test
  void grafanaAsksPrometheusUnderTheNameThatDashboardsKnow() throws IOException {
    Path compose = Path.of("..", "grafana", "compose", "prometheus.yml");
    Path shipped;
    try (var files = Files.list(Path.of("..", "grafana", "provisioning", "datasources"))) {
      shipped = files.findFirst().orElseThrow();
    }
    JsonNode source = ComposeFile.yaml(Files.readString(compose)).at("/datasources/0");
    JsonNode known = ComposeFile.yaml(Files.readString(shipped)).at("/datasources/0");
    assertThat(source.get("url").asText()).isEqualTo("http://prometheus:9090");
    assertThat(source.get("uid")).isEqualTo(known.get("uid"));
    assertThat(source.get("jsonData")).isEqualTo(known.get("jsonData"));
    String dashboards = mountOf(this.compose.service("grafana"), "../grafana/dashboards");
    Path provider;
    try (var files = Files.list(Path.of("..", "grafana", "provisioning", "dashboards"))) {
      provider = files.findFirst().orElseThrow();
    }
    assertThat(
            ComposeFile.yaml(Files.readString(provider)).at("/providers/0/options/path").asText())
        .isEqualTo(dashboards);
  }

  @Test
  void flinksConfigurationFitsTheServices() {
    assertThat(flink.get(JobManagerOptions.ADDRESS)).isEqualTo("jobmanager");
    assertThat(flink.get(RestOptions.PORT).toString()).isEqualTo(defaultOf("up", "--web-port"));
    assertThat(flink.toMap().get("env.java.opts.all"))
        .contains("--add-opens=java.base/java.util=ALL-UNNAMED");
    assertThat(
            TaskExecutorProcessUtils.processSpecFromConfig(flink)
                .getManagedMemorySize()
                .getMebiBytes())
        .isEqualTo(512);
    assertThat(
            JobManagerProcessUtils.processSpecFromConfig(flink)
                .getTotalProcessMemorySize()
                .getMebiBytes())
        .isEqualTo(1024);
    for (String jobManager : List.of("crisis-jobmanager", "pager-jobmanager")) {
      assertThat(compose.service(jobManager).get("hostname").asText()).isEqualTo(jobManager);
      String taskManager = jobManager.replace("jobmanager", "taskmanager");
      assertThat(words(compose.service(taskManager), "command"))
          .containsExactly("taskmanager", "-Djobmanager.rpc.address=" + jobManager);
    }
  }

  @Test
  void everyProbeAsksAPortThatItsServiceHas() {
    Map<String, String> ports =
        Map.of(
            "desk", defaultOf("desk", "--port"),
            "jobmanager", String.valueOf(flink.get(RestOptions.PORT)),
            "crisis-jobmanager", String.valueOf(flink.get(RestOptions.PORT)),
            "pager-jobmanager", String.valueOf(flink.get(RestOptions.PORT)),
            "taskmanager", Objects.requireNonNull(flink.toMap().get(REPORTER_PORT)),
            "crisis-taskmanager", Objects.requireNonNull(flink.toMap().get(REPORTER_PORT)),
            "pager-taskmanager", Objects.requireNonNull(flink.toMap().get(REPORTER_PORT)));
    ports.forEach(
        (name, port) ->
            assertThat(words(compose.service(name).get("healthcheck"), "test"))
                .as(name)
                .contains(port));
    for (String name : List.of("prometheus", "alertmanager", "grafana")) {
      String published = words(compose.service(name), "ports").get(0).split(":", -1)[2];
      assertThat(words(compose.service(name).get("healthcheck"), "test"))
          .anySatisfy(word -> assertThat(word).contains("localhost:" + published + "/"));
    }
  }

  private static boolean runsIn(JsonNode service, String profile) {
    return !service.has("profiles") || words(service, "profiles").contains(profile);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String defaultOf(String verb, String option) {
    return Tocsin.commandLine()
        .getSubcommands()
        .get(verb)
        .getCommandSpec()
        .findOption(option)
        .defaultValue();
  }

  private static List<String> basesOf(String dockerfile) {
    return Pattern.compile("(?m)^FROM (\\S+)")
        .matcher(dockerfile)
        .results()
        .map(from -> from.group(1))
        .toList();
  }

  /** The first element of this name in the parent's pom. */
  private static String pom(String element) throws IOException {
    String pom = Files.readString(Path.of("..", "pom.xml"), StandardCharsets.UTF_8);
    Matcher matcher = Pattern.compile("<" + element + ">([^<]+)</").matcher(pom);
    assertThat(matcher.find()).as(element).isTrue();
    return matcher.group(1);
  }
}
