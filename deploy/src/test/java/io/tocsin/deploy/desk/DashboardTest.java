package io.tocsin.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.deploy.testing.Dashboard;
import io.tocsin.kpi.KpiMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DashboardTest {
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final Pattern COLOUR_MODE = Pattern.compile("\"color\":\\{\"mode\":\"([^\"]*)\"");

  private static final Path RULES = Path.of("prometheus", "recording.yml");
  private static final Pattern RECORD = Pattern.compile("record: (\\S+)");
  private static final Pattern SERIES = Pattern.compile("(?:\\w+:)?\\btocsin_\\w+(?::\\w+)?");

  /**
   * Told apart by the colour-blind, and a grey.
   *
   * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito, Color Universal Design</a>
   */
  private static final Set<String> PALETTE =
      Set.of(
          "#0072B2", "#56B4E9", "#009E73", "#F0E442", "#E69F00", "#D55E00", "#CC79A7", "#8A97A3");

  @Test
  void thereIsOneForEachOfFiveQuestions() throws Exception {
    assertThat(Dashboard.all())
        .extracting(Dashboard::name)
        .containsExactly("brand", "care", "pages", "pipeline", "war-room");
    for (Dashboard dashboard : Dashboard.all()) {
      assertThat(dashboard.json().get("uid").asText()).isEqualTo("tocsin-" + dashboard.name());
      assertThat(texts(dashboard.json().get("tags"))).contains("tocsin");
    }
  }

  @Test
  void everyPanelSaysWhatItShowsInWhichUnitAndWhatItMeansWhenEmpty() throws Exception {
    for (Dashboard dashboard : Dashboard.all()) {
      Set<String> titles = new TreeSet<>();
      for (JsonNode panel : dashboard.panels()) {
        String place = dashboard.place(panel);
        assertThat(titles.add(panel.get("title").asText())).as("%s, twice", place).isTrue();
        assertThat(panel.path("description").asText()).as(place).endsWith(".");
        JsonNode defaults = panel.at("/fieldConfig/defaults");
        assertThat(defaults.path("noValue").asText()).as(place).isNotBlank();
        if (panel.has("targets")) {
          assertThat(defaults.path("unit").asText()).as(place).isNotBlank();
          assertThat(defaults.at("/thresholds/steps")).as(place).isNotEmpty();
        }
      }
    }
  }

  @Test
  void everyFamilyThatIsAskedForIsInTheCatalogueAndEveryRuleIsRecorded() throws IOException {
    Set<String> known = new TreeSet<>(found(RECORD, Files.readString(RULES)));
    for (KpiMetric metric : KpiMetric.values()) {
      String name = MetricFamily.of(metric).name();
      known.addAll(List.of(name, name + "_bucket", name + "_count", name + "_sum"));
    }
    for (DeskMetric metric : DeskMetric.values()) {
      known.add(metric.family().name());
    }
    for (Dashboard dashboard : Dashboard.all()) {
      Set<String> asked = found(SERIES, dashboard.json().toString());
      assertThat(asked).as(dashboard.name()).isNotEmpty().isSubsetOf(known);
    }
  }

  @Test
  void theColourBlindCanTellAllColours() throws IOException {
    for (Dashboard dashboard : Dashboard.all()) {
      String json = dashboard.json().toString();
      assertThat(found(COLOUR, json)).as(dashboard.name()).isSubsetOf(PALETTE);
      assertThat(found(COLOUR_MODE, json))
          .as(dashboard.name())
          .isSubsetOf("fixed", "shades", "thresholds");
    }
  }

  @Test
  void eachLeadsToTheOthersAndToTheLivePage() throws IOException {
    for (Dashboard dashboard : Dashboard.all()) {
      JsonNode links = dashboard.json().get("links");
      assertThat(links.findValuesAsText("type"))
          .as(dashboard.name())
          .contains("dashboards", "link");
      assertThat(links.findValuesAsText("url")).as(dashboard.name()).contains("$desk");
      assertThat(links.get(0).get("includeVars").asBoolean()).isTrue();
    }
  }

  @Test
  void panelsLieBesideEachOther() throws IOException {
    for (Dashboard dashboard : Dashboard.all()) {
      Set<List<Integer>> taken = new HashSet<>();
      for (JsonNode panel : dashboard.json().get("panels")) {
        JsonNode at = panel.get("gridPos");
        for (int x = 0; x < at.get("w").asInt(); x++) {
          for (int y = 0; y < at.get("h").asInt(); y++) {
            List<Integer> cell = List.of(at.get("x").asInt() + x, at.get("y").asInt() + y);
            assertThat(taken.add(cell)).as("%s at %s", dashboard.place(panel), cell).isTrue();
            assertThat(cell.get(0)).as(dashboard.place(panel)).isLessThan(24);
          }
        }
      }
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(DashboardTest::found)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String found(MatchResult result) {
    return result.group(result.groupCount());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
