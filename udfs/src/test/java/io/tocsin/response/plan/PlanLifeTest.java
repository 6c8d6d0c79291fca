package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.LifePolicy;
import io.tocsin.incident.RecordOnly;
import io.tocsin.response.BrandPlan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a plan says of the life of incidents. */
class PlanLifeTest {
  private static final String BRAND =
      """
      brands:
        - brand: acme
          match: {handles: [acme]}
          page: [{target: duty, transport: console, from: warning}]
      """;

  @Test
  void fillsInWhatIsLeftOut() {
    assertThat(brand("").life()).isEqualTo(LifePolicy.STANDARD);
    assertThat(brand("").group()).isNull();
  }

  @Test
  void readsEveryField() {
    BrandPlan plan =
        brand(
            """
                group: Foodnet
                reopen: 0s
                acknowledgedFor: 2h
                criticalAfter: 3h
                recordOnly:
                  - {why: Migration, until: 2026-03-02T06:00:00Z}
                  - {why: Sale, from: "2026-03-05T00:00", until: "2026-03-06T00:00", zone: Europe/Paris}
            """);

    assertThat(plan.group()).isEqualTo("Foodnet");
    assertThat(plan.kin().name()).isEqualTo("acme");
    assertThat(plan.life())
        .isEqualTo(
            new LifePolicy(
                0,
                7_200_000,
                10_800_000,
                List.of(
                    new RecordOnly("Migration", 0, millis("2026-03-02T06:00:00Z")),
                    new RecordOnly(
                        "Sale", millis("2026-03-04T23:00:00Z"), millis("2026-03-05T23:00:00Z")))));
  }

  @Test
  void anEventMayPageNobody() {
    BrandPlan plan =
        brand(
            """
            calendar:
              - {name: Final, from: 2026-03-02T06:00:00Z, until: 2026-03-02T08:00:00Z, page: record-only}
              - {name: Gala, from: 2026-03-03T06:00:00Z, until: 2026-03-03T08:00:00Z}
            """);

    assertThat(plan.calendar()).hasSize(2);
    assertThat(plan.life().recordOnly())
        .containsExactly(
            new RecordOnly(
                "Final", millis("2026-03-02T06:00:00Z"), millis("2026-03-02T08:00:00Z")));
  }

  @Test
  void tellsEveryFaultWithItsPlace() {
    String faulty =
        BRAND
            + """
                acknowledgedFor: 10s
                recordOnly:
                  - {why: Sale, from: 2026-03-05T00:00:00Z, until: 2026-03-05T00:00:00Z}
                  - {until: 2026-03-05T00:00:00Z}
            calendar:
              - {name: Final, from: 2026-03-02T06:00:00Z, until: 2026-03-02T08:00:00Z, page: nobody}
            """;

    assertThat(CrisisPlanParser.read(faulty, "plan.yaml").lines())
        .containsExactly(
            "plan.yaml:5:22: error: brands[0].acknowledgedFor: must be from 1m to 7d: '10s'",
            "plan.yaml:7:56: error: brands[0].recordOnly[0].until: is not after from",
            "plan.yaml:8:9: error: brands[0].recordOnly[1].why: is missing",
            "plan.yaml:10:82: error: calendar[0].page: unknown word 'nobody', expected"
                + " record-only");
  }

  private static BrandPlan brand(String more) {
    PlanReading reading = CrisisPlanParser.read(BRAND + more, "plan.yaml");
    assertThat(reading.lines()).isEmpty();
    return Objects.requireNonNull(reading.plan()).brands().get(0);
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
