package io.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.Drill;
import io.tocsin.spike.Evidence;
import io.tocsin.spike.Phrase;
import io.tocsin.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentLinkerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String[] CLOUD = {"login page", "cloud region", "region"};

  private final IncidentLinker linker =
      new IncidentLinker(
          Map.of(
              "acme", new BrandKin("Acme", "Foodnet"),
              "zeta", new BrandKin("Zeta", "Foodnet"),
              "omni", new BrandKin("Omni", null),
              "iota", new BrandKin("Iota", null)));
  private final LinkBook book = new LinkBook();

  @Test
  void linksCrisesOfOneGroupBothWays() {
    tell(crisis("acme", NOON));
    List<Incident> told = tell(crisis("zeta", NOON.plusSeconds(7_200)));

    assertThat(told).extracting(Incident::brand).containsExactly("zeta", "acme");
    assertThat(told.get(0).handling().linked())
        .containsExactly(
            new LinkedIncident("acme/1", "acme", "Acme", LinkReason.SHARED_GROUP, "Foodnet"));
    assertThat(told.get(1).change()).isEqualTo(IncidentChange.LINKED);
    assertThat(told.get(1).handling().linked())
        .extracting(LinkedIncident::id)
        .containsExactly("zeta/1");
    assertThat(told).allMatch(incident -> incident.handling().lets());
  }

  @Test
  void tellsALinkOnce() {
    tell(crisis("acme", NOON));
    tell(crisis("zeta", NOON));

    assertThat(tell(crisis("zeta", NOON))).hasSize(1);
  }

  @Test
  void linksNoSurge() {
    tell(crisis("acme", NOON));

    assertThat(tell(incident("zeta", Severity.NOTICE, NOON))).hasSize(1);
  }

  @Test
  void linksCrisesThatOpenWithinMinutesWithTheSameRarePhrases() {
    tell(speaking("omni", NOON, CLOUD));
    List<Incident> told = tell(speaking("iota", NOON.plusSeconds(600), CLOUD));

    assertThat(told.get(0).handling().linked())
        .containsExactly(
            new LinkedIncident(
                "omni/1", "omni", "Omni", LinkReason.SHARED_PHRASES, "cloud region, login page"));
  }

  @Test
  void linksNoneThatOpenFartherApartOrShareOnlyOnePhrase() {
    tell(speaking("omni", NOON, CLOUD));

    assertThat(tell(speaking("iota", NOON.plusSeconds(601), CLOUD))).hasSize(1);
    assertThat(tell(speaking("acme", NOON, "login page", "no bread"))).hasSize(1);
  }

  @Test
  void aNameOfABrandIsNoSharedPhrase() {
    tell(speaking("omni", NOON, "omni down", "login page"));

    assertThat(tell(speaking("iota", NOON, "omni down", "login page"))).hasSize(1);
  }

  @Test
  void aMergedIncidentPagesNobodyUntilItIsSplit() {
    tell(crisis("omni", NOON));
    tell(crisis("iota", NOON));
    Incident merged = act(AckAction.MERGE, "iota", "omni/1").get(0);
    assertThat(merged.change()).isEqualTo(IncidentChange.MERGED);
    assertThat(merged.handling().mergedInto()).isEqualTo("omni/1");
    assertThat(merged.handling().lets()).isFalse();
    assertThat(merged.handling().by()).isEqualTo("ada");
    assertThat(tell(crisis("iota", NOON)).get(0).handling().lets()).isFalse();

    Incident split = act(AckAction.SPLIT, "iota", null).get(0);
    assertThat(split.change()).isEqualTo(IncidentChange.SPLIT);
    assertThat(split.handling().lets()).isTrue();
    assertThat(split.handling().linked()).isEmpty();
  }

  @Test
  void aMergedIncidentPagesWhenItGrows() {
    tell(crisis("omni", NOON));
    tell(crisis("iota", NOON));
    act(AckAction.MERGE, "iota", "omni/1");

    assertThat(tell(incident("iota", Severity.CRITICAL, NOON)).get(0).handling().lets()).isTrue();
  }

  @Test
  void aMergedIncidentStandsForItselfWhenItsLeaderIsOver() {
    tell(crisis("omni", NOON));
    tell(crisis("iota", NOON));
    act(AckAction.MERGE, "iota", "omni/1");
    List<Incident> told =
        tell(
            Samples.incident(
                "omni",
                Severity.WARNING,
                IncidentChange.RESOLVED,
                IncidentState.RESOLVED,
                NOON.plusSeconds(60)));

    assertThat(told).extracting(Incident::brand).containsExactly("omni", "iota");
    assertThat(told.get(1).change()).isEqualTo(IncidentChange.SPLIT);
    assertThat(told.get(1).at()).isEqualTo(NOON.plusSeconds(60));
    assertThat(told.get(1).handling().lets()).isTrue();
  }

  @Test
  void refusesWhatMakesNoSense() {
    tell(crisis("omni", NOON));
    tell(crisis("iota", NOON));

    assertThat(answer(AckAction.MERGE, "iota", "iota/1")).isEqualTo(AckAnswer.LEADS_ITSELF);
    assertThat(answer(AckAction.MERGE, "iota", "gone/1")).isEqualTo(AckAnswer.UNKNOWN_INCIDENT);
    assertThat(answer(AckAction.MERGE, "gone", "iota/1")).isEqualTo(AckAnswer.UNKNOWN_INCIDENT);
    assertThat(answer(AckAction.SPLIT, "iota", null)).isEqualTo(AckAnswer.NOT_MERGED);
    assertThat(answer(AckAction.MERGE, "iota", "omni/1")).isEqualTo(AckAnswer.TAKEN);
    assertThat(answer(AckAction.MERGE, "iota", "omni/1")).isEqualTo(AckAnswer.REPEATED);
    assertThat(answer(AckAction.MERGE, "omni", "iota/1")).isEqualTo(AckAnswer.LEADS_ITSELF);
  }

  @Test
  void linksNoDrillWithWhatIsReal() {
    Drill drill = new Drill("drill-1", false, NOON.plusSeconds(600));
    tell(crisis("acme", NOON));
    Incident played =
        Samples.incident(
            "zeta", Severity.WARNING, IncidentChange.OPENED, IncidentState.OPEN, NOON, drill);

    assertThat(tell(played)).hasSize(1);
  }

  @Test
  void forgetsWhatIsOver() {
    tell(crisis("omni", NOON));
    tell(
        Samples.incident(
            "omni", Severity.WARNING, IncidentChange.RESOLVED, IncidentState.RESOLVED, NOON));

    assertThat(book.open).isEmpty();
  }

  private List<Incident> tell(Incident incident) {
    return linker.onIncident(book, incident);
  }

  private List<Incident> act(AckAction action, String brand, @Nullable String into) {
    return linker.onAck(book, ack(action, brand, into), NOON).incidents();
  }

  private AckAnswer answer(AckAction action, String brand, @Nullable String into) {
    return linker.onAck(book, ack(action, brand, into), NOON).receipt().answer();
  }

  private static Ack ack(AckAction action, String brand, @Nullable String into) {
    return new Ack(brand + "/1", brand, "ada", NOON, action, null, null, into, null);
  }

  private static Incident crisis(String brand, Instant at) {
    return incident(brand, Severity.WARNING, at);
  }

  private static Incident incident(String brand, Severity severity, Instant at) {
    return Samples.incident(brand, severity, IncidentChange.OPENED, IncidentState.OPEN, at);
  }

  private static Incident speaking(String brand, Instant at, String... phrases) {
    Incident incident = crisis(brand, at);
    List<Phrase> rare = Stream.of(phrases).map(text -> new Phrase(text, 0.4, 0.001, 9)).toList();
    Evidence evidence = new Evidence(rare, 48, 0.01, 0.03, List.of(), 0, 1);
    return new Incident(
        incident.id(),
        brand,
        incident.state(),
        incident.severity(),
        incident.change(),
        at,
        at,
        incident.since(),
        incident.observed(),
        incident.expected(),
        incident.score(),
        incident.mentions(),
        incident.negativeShare(),
        incident.usualNegativeShare(),
        incident.reach(),
        incident.spikes(),
        incident.channels(),
        incident.parts(),
        incident.examples(),
        evidence,
        incident.reason(),
        null,
        null,
        null,
        null,
        null,
        Handling.NONE);
  }
}
