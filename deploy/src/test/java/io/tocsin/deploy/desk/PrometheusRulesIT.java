package io.tocsin.deploy.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped rules, as Prometheus' own tool judges them, and their runbook. */
class PrometheusRulesIT {
  private static final Path FOLDER = Path.of("prometheus");
  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (\\w+)$");
  private static final Pattern ADDRESS = Pattern.compile("runbook_url: (\\S+)");
  private static final Pattern TESTED = Pattern.compile("alertname=\"(\\w+)\"");
  private static final Pattern FAMILY = Pattern.compile("\\btocsin_[a-z0-9_]+\\b(?!:)");

  @Test
  void areFaultless() throws Exception {
    assertSucceeds("check", "rules", "recording.yml", "alerts.yml");
    assertSucceeds("check", "config", "prometheus.yml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts.test.yml", "recording.test.yml"})
  void sayWhatTheyShould(String tests) throws Exception {
    assertSucceeds("test", "rules", tests);
  }

  @Test
  void everyAlertHasItsSectionItsAddressAndItsTest() throws Exception {
    List<String> alerts = distinct(ALERT, "alerts.yml");

    assertThat(distinct(SECTION, "RUNBOOK.md")).containsExactlyInAnyOrderElementsOf(alerts);
    assertThat(distinct(TESTED, "alerts.test.yml")).containsExactlyInAnyOrderElementsOf(alerts);
    assertThat(distinct(ADDRESS, "alerts.yml"))
        .containsExactlyElementsOf(
            alerts.stream()
                .map(alert -> "deploy/prometheus/RUNBOOK.md#" + alert.toLowerCase(Locale.ROOT))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts.yml", "recording.yml"})
  void nameOnlyFamiliesOfTheCatalogue(String rules) throws Exception {
    List<String> known = MetricFamily.all().stream().map(MetricFamily::name).toList();
    for (String name : distinct(FAMILY, rules)) {
      String family = name.replaceFirst("_(bucket|count|sum)$", "");
      assertThat(known.contains(name) || known.contains(family)).as(name).isTrue();
    }
  }

  private static void assertSucceeds(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Programs.require("promtool").toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static List<String> distinct(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(FOLDER.resolve(file)))
        .results()
        .map(PrometheusRulesIT::found)
        .distinct()
        .toList();
  }

  private static String found(MatchResult result) {
    return result.groupCount() == 0 ? result.group() : result.group(1);
  }
}
