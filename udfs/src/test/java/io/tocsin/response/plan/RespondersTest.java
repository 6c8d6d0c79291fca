package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.CrisisPlan;
import io.tocsin.response.PageTarget;
import io.tocsin.response.PagingRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People, rotas and the rules that name them. */
class RespondersTest {
  private static final String PLAN =
      """
      people:
        - {person: ana, transport: console, quiet: {zone: Europe/Madrid, from: "22:00", until: "07:00"}}
        - {person: ben, transport: webhook, url: "http://127.0.0.1:8099/pages"}
      rotas:
        - rota: first-line
          zone: Europe/Berlin
          holidays: ["2026-12-25"]
          layers:
            - {people: [ana, ben], from: "2026-01-05T09:00", turn: 7d}
          standIns:
            - {person: ben, from: "2026-01-06T00:00", until: "2026-01-07T00:00"}
      lastResort: {target: night-desk, transport: console}
      drillReceivers:
        - {target: drill-desk, transport: webhook, url: "http://127.0.0.1:8099/drills"}
      brands:
        - brand: acme
          match: {hashtags: [acme]}
          page:
            - {rota: first-line, from: warning, every: 5m, times: 3}
            - {person: ben, from: critical, after: 20m}
      """;

  @Test
  void readsWhoIsPagedWhen() {
    PlanReading reading = CrisisPlanParser.read(PLAN, "plan.yaml");

    assertThat(reading.lines()).isEmpty();
    CrisisPlan plan = reading.plan();
    assertThat(plan).isNotNull();
    assertThat(plan.lastResort()).isNotNull();
    assertThat(plan.lastResort().name()).isEqualTo("night-desk");
    assertThat(plan.drillReceivers()).extracting(PageTarget::name).containsExactly("drill-desk");
    List<PagingRule> rules = plan.brands().get(0).paging();
    assertThat(rules.get(0).times()).isEqualTo(3);
    assertThat(rules.get(0).everyMillis()).isEqualTo(300_000);
    assertThat(nameAt(rules.get(0), "2026-01-05T12:00:00Z")).isEqualTo("ana");
    assertThat(nameAt(rules.get(0), "2026-01-06T12:00:00Z")).isEqualTo("ben");
    assertThat(nameAt(rules.get(0), "2026-01-04T12:00:00Z")).isNull();
    assertThat(rules.get(1).afterMillis()).isEqualTo(1_200_000);
  }

  @Test
  void refusesADrillReceiverTwiceOrWithoutItsAddress() {
    String yaml =
        """
        drillReceivers:
          - {target: desk, transport: console}
          - {target: desk, transport: webhook}
        brands:
          - brand: acme
            match: {hashtags: [acme]}
            page:
              - {target: duty, transport: console, from: warning}
        """;

    assertThat(CrisisPlanParser.read(yaml, "plan.yaml").lines())
        .anyMatch(line -> line.contains("drill receiver 'desk' is there twice, first in line 2"))
        .anyMatch(line -> line.contains("url"));
  }

  @Test
  void tellsAllFaultsAtOnce() {
    String yaml =
        """
        people:
          - {person: ana, transport: console, quiet: {zone: Europe/Madird, from: "22:00", until: "22:00"}}
          - {person: ana, transport: console}
          - {person: idle, transport: console}
        rotas:
          - rota: first-line
            zone: Berlin
            holidays: ["25.12.2026"]
            layers:
              - {people: [anna], from: "monday", turn: 36h, hours: [{days: [mon], from: "9", until: "18:00"}]}
            standIns:
              - {person: ana, from: "2026-01-07T00:00", until: "2026-01-06T00:00"}
        brands:
          - brand: acme
            match: {hashtags: [acme]}
            page:
              - {rota: first-lime, from: warning, every: 5m}
              - {person: ana, target: duty, transport: console, from: warning}
              - {person: ana, transport: console, from: warning, times: 1, every: 1s}
        """;

    assertThat(CrisisPlanParser.read(yaml, "p").lines())
        .containsExactly(
            "p:2:53: error: people[0].quiet.zone: not a time zone like Europe/Paris:"
                + " 'Europe/Madird'; did you mean 'Europe/Madrid'?",
            "p:3:14: error: people[1].person: person 'ana' is there twice, first in line 2",
            "p:4:14: warning: people[2].person: person 'idle' is paged by no rule and stands in no"
                + " rota or pool",
            "p:6:11: warning: rotas[0].rota: rota 'first-line' is paged by no rule",
            "p:7:11: error: rotas[0].zone: not a time zone like Europe/Paris: 'Berlin'",
            "p:8:16: error: rotas[0].holidays[0]: no date like 2026-12-25: '25.12.2026'",
            "p:10:19: error: rotas[0].layers[0].people[0]: unknown person 'anna'; did you mean"
                + " 'ana'?",
            "p:10:32: error: rotas[0].layers[0].from: no date and time like 2026-01-05T09:00:"
                + " 'monday'",
            "p:10:48: error: rotas[0].layers[0].turn: a turn is a number of whole days, as in 1d or"
                + " 7d",
            "p:10:69: error: rotas[0].layers[0].hours[0].days[0]: unknown word 'mon', expected one"
                + " of monday, tuesday, wednesday, thursday, friday, saturday, sunday",
            "p:10:81: error: rotas[0].layers[0].hours[0].from: no time of day like 09:00: '9'",
            "p:12:9: error: rotas[0].standIns[0]: ends at 2026-01-06T00:00, which is not after"
                + " 2026-01-07T00:00",
            "p:17:16: error: brands[0].page[0].rota: unknown rota 'first-lime'; did you mean"
                + " 'first-line'?",
            "p:17:50: error: brands[0].page[0].every: every and times stand together: how often,"
                + " and how many times in all",
            "p:18:9: error: brands[0].page[1]: names 2 of target, person and rota; it must name"
                + " one",
            "p:19:34: error: brands[0].page[2].transport: belongs to a target; people have theirs"
                + " in the section people",
            "p:19:65: error: brands[0].page[2].times: must be a whole number from 2 to 20: 1",
            "p:19:75: error: brands[0].page[2].every: must be from 10s to 7d: '1s'");
  }

  @Test
  void warnsWhereNobodyIsOnCall() {
    String yaml =
        PLAN.replace(
            "from: \"2026-01-05T09:00\", turn: 7d",
            "from: \"2026-01-05T09:00\", holidays: free, hours: [{from: \"05:00\", until:"
                + " \"03:00\"}]");

    assertThat(CrisisPlanParser.read(yaml, "p").lines())
        .hasSize(8)
        .contains(
            "p:5:11: warning: rotas[0].rota: nobody is on call on sunday from 03:00 to 05:00",
            "p:5:11: warning: rotas[0].rota: nobody is on call on the holiday 2026-12-25 from 00:00"
                + " to 24:00");
  }

  private static @Nullable String nameAt(PagingRule rule, String moment) {
    var contact = rule.responder().at(Instant.parse(moment));
    return contact == null ? null : contact.name();
  }
}
