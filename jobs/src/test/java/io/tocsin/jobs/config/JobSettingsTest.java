package io.tocsin.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.response.delivery.DeliveryPolicy;
import io.tocsin.response.delivery.DeskAccess;
import io.tocsin.response.delivery.MailServer;
import io.tocsin.response.delivery.MailServer.Security;
import io.tocsin.response.delivery.PagerHost;
import io.tocsin.scoring.NamedScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSettingsTest {
  @TempDir Path dir;

  @Test
  void takesTheDefaultsWhereNothingIsGiven() {
    assertThat(JobSettings.ofArguments(new String[0]))
        .isEqualTo(
            new JobSettings(
                new KafkaSettings("localhost:9092", "tocsin", "tocsin", Map.of()),
                new SourceSettings("tocsin.mentions", false, 10_000, 5_000),
                new WindowSettings(600_000, 10_000, 10_000, 5_000),
                new EngineSettings(0, 2_000, null),
                new PagerSettings(
                    new DeliveryPolicy(5, 2_000, 30_000, 60_000, 5_000, 32),
                    new PagerHost(new DeskAccess(null, "ack-links", 86_400_000), null, null),
                    256),
                new NamedScorer("fast", null),
                null,
                true));
  }

  @Test
  void readsWherePagesLead() {
    assertThat(read("--desk-address", "https://desk.test/tocsin").pager().host().desk().address())
        .isEqualTo("https://desk.test/tocsin");
    for (String fault :
        List.of("desk.test", "ftp://desk.test", "https://a@desk.test", "https://x?y")) {
      assertThatThrownBy(() -> read("--desk-address", fault))
          .hasMessage(
              "desk-address is '%s', expected: an address like https://desk.example.com", fault);
    }
  }

  @Test
  void readsTheMailServer() {
    JobSettings settings =
        read("--smtp-server", "smtp://mail.test", "--smtp-from", "a@b.test", "--smtp-user", "ops");
    assertThat(settings.pager().host().mail())
        .isEqualTo(new MailServer("mail.test", 587, Security.STARTTLS, "a@b.test", "ops", "smtp"));
    assertThat(
            read("--smtp-server", "plain://relay:2525", "--smtp-from", "a@b").pager().host().mail())
        .isEqualTo(new MailServer("relay", 2525, Security.NONE, "a@b", null, null));
    assertThatThrownBy(
            () -> read("--smtp-server", "mail.test:99999", "--smtp-from", "x\r\nBcc: y@z"))
        .hasMessageContaining("smtp-server is 'mail.test:99999', expected: an address like smtp://")
        .hasMessageContaining("expected: an address like tocsin@example.com");
  }

  @Test
  void refusesAScorerThatThereIsNot() {
    assertThatThrownBy(() -> read("--sentiment", "oracle"))
        .isInstanceOf(InvalidOptionsException.class)
        .hasMessageContaining("sentiment is no scorer: 'oracle'");
  }

  @Test
  void readsNamesAndValuesFromTheCommandLine() {
    JobSettings settings =
        read("--slide", "20s", "--plan-file=plans/acme.yaml", "--write-scored-mentions", "false");

    assertThat(settings.windows().slideMillis()).isEqualTo(20_000);
    assertThat(settings.planFile()).isEqualTo("plans/acme.yaml");
    assertThat(settings.writeScoredMentions()).isFalse();
  }

  @Test
  void readsEveryUnitOfADuration() {
    assertThat(read("--idleness", "500ms").source().idlenessMillis()).isEqualTo(500);
    assertThat(read("--idleness", "7s").source().idlenessMillis()).isEqualTo(7_000);
    assertThat(read("--idleness", "3m").source().idlenessMillis()).isEqualTo(180_000);
    assertThat(read("--idleness", "2 h").source().idlenessMillis()).isEqualTo(7_200_000);
    assertThat(read("--idleness", "1d").source().idlenessMillis()).isEqualTo(86_400_000);
  }

  @Test
  void letsTheCommandLineWinOverTheFile() throws IOException {
    Path file = dir.resolve("tocsin.properties");
    Files.writeString(file, "parallelism = 4\nconsumer-group = nightwatch\n");

    JobSettings settings = read("--options-file", file.toString(), "--parallelism", "8");

    assertThat(settings.engine().parallelism()).isEqualTo(8);
    assertThat(settings.kafka().consumerGroup()).isEqualTo("nightwatch");
  }

  @Test
  void handsEveryKafkaClientThePropertiesOfItsFile() throws IOException {
    Path file = dir.resolve("client.properties");
    Files.writeString(file, "security.protocol=SASL_SSL\n");

    assertThat(read("--kafka-client-file", file.toString()).kafka().clientProperties())
        .containsExactly(Map.entry("security.protocol", "SASL_SSL"));
  }

  @Test
  void tellsEveryFaultAtOnceWithItsNameAndValue() {
    InvalidOptionsException fault =
        catchThrowableOfType(
            InvalidOptionsException.class,
            () ->
                JobSettings.ofArguments(
                    new String[] {
                      "stray",
                      "--checkpoint-intervall",
                      "2s",
                      "--idleness",
                      "soon",
                      "--parallelism",
                      "-1",
                      "--write-scored-mentions",
                      "yes",
                      "--consumer-group",
                      " ",
                      "--slide",
                      "2500ms",
                      "--pager-backoff",
                      "1m",
                      "--pager-attempts",
                      "3",
                      "--pager-attempts",
                      "4",
                      "--kafka-client-file",
                      "no/such.properties",
                      "--checkpoint-dir"
                    },
                    JobOption.PLAN_FILE));

    assertThat(fault.problems())
        .containsExactly(
            "not an option: stray (options look like --name value)",
            "unknown option: checkpoint-intervall = 2s",
            "pager-attempts is given twice: 3 and 4",
            "--checkpoint-dir has no value",
            "plan-file is missing: The crisis plan",
            "consumer-group is empty",
            "cannot read the file no/such.properties:"
                + " java.nio.file.NoSuchFileException: no/such.properties",
            "idleness is 'soon', expected: duration like 500ms, 10s, 5m, 2h or 1d",
            "slide is not a whole number of panes: 2500 ms, pane-width 10000 ms",
            "parallelism is '-1', expected: 0 to 32768",
            "pager-backoff is longer than pager-max-backoff: 60000 ms, 30000 ms",
            "write-scored-mentions is 'yes', expected: true or false");
    assertThat(fault).hasMessage(String.join(System.lineSeparator(), fault.problems()));
  }

  @Test
  void refusesAnOutOfRangeDurationInMilliseconds() {
    assertThatThrownBy(() -> read("--pane-width", "1ms"))
        .hasMessage("pane-width is '1ms', expected: 100 to 3600000 ms");
  }

  @Test
  void describesEveryOptionByAUniqueName() {
    assertThat(Arrays.stream(JobOption.values()).map(JobOption::optionName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    assertThat(Arrays.stream(JobOption.values()).map(JobOption::description))
        .allMatch(description -> !description.isBlank() && !description.endsWith("."));
  }

  private static JobSettings read(String... arguments) {
    return JobSettings.ofArguments(arguments);
  }
}
