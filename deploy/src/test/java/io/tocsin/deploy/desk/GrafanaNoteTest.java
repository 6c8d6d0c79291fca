package io.tocsin.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import org.junit.jupiter.api.Test;

class GrafanaNoteTest {
  private static final String DESK = "https://desk.example.com/tocsin/";

  @Test
  void tellsWhatBurnsHowBadlyWhoIsOnItAndWhy() {
    Incident incident =
        Samples.incident(
            "acme-1", Severity.CRITICAL, IncidentState.ACKNOWLEDGED, Samples.NOON, "Ana");
    GrafanaNote note = GrafanaNote.of(incident, DESK);

    assertThat(note.text())
        .startsWith("<b>acme: critical, acknowledged, on it: Ana</b><br>Negative mentions are 13")
        .endsWith("<a href=\"https://desk.example.com/tocsin/brands/acme\">live page</a>");
    assertThat(note.tags()).containsExactly("tocsin", "incident", "acme", "critical", "acme-1");
    assertThat(note.from()).isEqualTo(Samples.NOON);
    assertThat(note.until()).isNull();
  }

  @Test
  void endsWhenTheIncidentIsResolved() {
    Incident incident =
        Samples.incident(
            "acme-1", Severity.WARNING, IncidentState.RESOLVED, Samples.NOON.plusSeconds(600));
    assertThat(GrafanaNote.of(incident, DESK).until()).isEqualTo(Samples.NOON.plusSeconds(600));
  }

  @Test
  void whatStrangersWroteIsTextAndNoMarkup() {
    Incident incident =
        Samples.withExamples(
            Samples.incident("acme-1", Severity.WARNING, IncidentState.OPEN, Samples.NOON),
            Samples.example("eve", "<img src=x onerror=\"alert('1')\"> & more"));
    assertThat(GrafanaNote.of(incident, DESK).text())
        .contains("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more")
        .doesNotContain("<img");
  }

  @Test
  void threePostsAreShownAndNoneOfThemWhole() {
    Incident incident =
        Samples.withExamples(
            Samples.incident("acme-1", Severity.WARNING, IncidentState.OPEN, Samples.NOON),
            Samples.example("a", "\uD83D\uDD25".repeat(400)),
            Samples.example("b", "second"),
            Samples.example("c", "third"),
            Samples.example("d", "fourth"));
    assertThat(GrafanaNote.of(incident, DESK).text())
        .contains("\uD83D\uDD25".repeat(200) + "\u2026", "second", "third")
        .doesNotContain("\uD83D\uDD25".repeat(201), "fourth");
  }
}
