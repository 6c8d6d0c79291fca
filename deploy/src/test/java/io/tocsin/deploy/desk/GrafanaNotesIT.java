package io.tocsin.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.deploy.host.UserException;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.mention.Drill;
import io.tocsin.response.secret.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incidents on their way from the topic into Grafana. */
class GrafanaNotesIT {
  private static final String BEARER = "Bearer glsa_1";
  private static final Instant OPENED = Samples.NOON;
  private static final Instant ENDED = OPENED.plusSeconds(900);

  @TempDir Path folder;

  @Test
  void anIncidentIsARegionThatIsClosedAtItsEndAndThereOnce() throws Exception {
    try (DeskFixture fixture = new DeskFixture(folder.resolve("broker"));
        GrafanaStandIn grafana = new GrafanaStandIn(0, BEARER)) {
      try (Desk desk = start(fixture, grafana.address())) {
        write(fixture, incident("acme-1", Severity.WARNING, IncidentState.OPEN));
        Eventually.holds(() -> assertThat(tags(grafana, 0)).contains("incident", "warning"));
        assertThat(grafana.annotations().get(0).get("time").asLong())
            .isEqualTo(OPENED.toEpochMilli());
        assertThat(grafana.annotations().get(0).has("timeEnd")).isFalse();

        write(fixture, incident("acme-1", Severity.CRITICAL, IncidentState.OPEN));
        Eventually.holds(() -> assertThat(tags(grafana, 0)).contains("critical"));
        assertThat(text(grafana)).contains("/brands/acme", desk.url());
      }

      // The next desk goes on where this one stopped.
      try (Desk desk = start(fixture, grafana.address())) {
        write(fixture, incident("acme-1", Severity.CRITICAL, IncidentState.RESOLVED));
        Eventually.holds(
            () ->
                assertThat(grafana.annotations().get(0).path("timeEnd").asLong())
                    .isEqualTo(ENDED.toEpochMilli()));
        assertThat(text(grafana)).contains("resolved", desk.url());
      }
      assertThat(grafana.annotations()).hasSize(1);
    }
  }

  @Test
  void aGrafanaThatRefusesOrIsAwayIsTriedAgain() throws Exception {
    try (DeskFixture fixture = new DeskFixture(folder.resolve("broker"))) {
      GrafanaStandIn first = new GrafanaStandIn(0, "Bearer another");
      URI address = first.address();
      try (Desk desk = start(fixture, address)) {
        write(
            fixture,
            Samples.inDrill(
                incident("acme-2", Severity.CRITICAL, IncidentState.OPEN),
                new Drill("d1", false, ENDED)));
        Eventually.holds(
            () -> assertThat(metrics(fixture, desk)).contains("{outcome=\"refused\",}"));
        assertThat(first.annotations()).isEmpty();
        first.close();
        Eventually.holds(
            () -> assertThat(metrics(fixture, desk)).contains("{outcome=\"unreachable\",}"));

        try (GrafanaStandIn back = new GrafanaStandIn(address.getPort(), BEARER)) {
          Eventually.holds(() -> assertThat(tags(back, 0)).contains("drill", "critical"));
          assertThat(text(back)).startsWith("<b>DRILL: acme");
          Eventually.holds(
              () -> assertThat(metrics(fixture, desk)).contains("{outcome=\"written\",}"));
        }
      }
    }
  }

  @Test
  void aDeskWithoutASecretForItDoesNotStart() {
    DeskSettings settings =
        DeskSettings.onLoopback("127.0.0.1:9", 0)
            .withLinks(null, new DeskSecrets(new Secrets(Map.of()), "ack-links"))
            .at(place(URI.create("http://127.0.0.1:3000")));
    assertThatThrownBy(() -> Desk.start(settings, ExamplesReader.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("http://127.0.0.1:3000", "grafana-token", "grafana-password");
  }

  private static Incident incident(String id, Severity severity, IncidentState state) {
    Instant at = state == IncidentState.RESOLVED ? ENDED : OPENED.plusSeconds(severity.level());
    return Samples.incident(id, severity, state, at);
  }

  private static void write(DeskFixture fixture, Incident incident) throws Exception {
    fixture.commit(Topic.INCIDENTS, List.of(incident));
  }

  private static Desk start(DeskFixture fixture, URI grafana) {
    return Desk.start(fixture.settings(0, null).at(place(grafana)), ExamplesReader.NONE);
  }

  private static DeskPlace place(URI grafana) {
    return new DeskPlace(DeskSettings.LOOPBACK, 0, ProxyTrust.NONE, grafana);
  }

  private static String metrics(DeskFixture fixture, Desk desk) throws Exception {
    return fixture.get(desk, "/metrics").body();
  }

  private static String text(GrafanaStandIn grafana) {
    return grafana.annotations().get(0).get("text").asText();
  }

  private static List<String> tags(GrafanaStandIn grafana, int which) {
    List<JsonNode> all = grafana.annotations();
    assertThat(all).hasSizeGreaterThan(which);
    List<String> tags = new ArrayList<>();
    all.get(which).get("tags").forEach(tag -> tags.add(tag.asText()));
    return tags;
  }
}
