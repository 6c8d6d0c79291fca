package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.PartKind;
import io.tocsin.mention.PartTerms;
import io.tocsin.response.BrandPlan;
import io.tocsin.window.BrandTopic;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Location;
import io.tocsin.window.Region;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Regions, locations and topics of a plan. */
class PlanPartsTest {
  private static final String BRAND =
      """
      brands:
        - brand: corner
          match: {handles: [corner]}
          page: [{target: duty, transport: console, from: warning}]
      """;

  @Test
  void readsTheTreeAndWhatTellsOfItsParts() {
    BrandPlan plan =
        brand(
            """
                regions:
                  - {region: north, name: North}
                  - {region: yorkshire, in: north}
                locations:
                  - {location: leeds-1, name: Leeds, in: yorkshire, handles: [cornerleeds], phrases: [leeds]}
                  - {location: airport, hashtags: [cornerair]}
                topics:
                  - {topic: refunds, name: Refunds, phrases: [refund], hashtags: [moneyback]}
                warning: {locations: 1}
                critical: {locations: 2}
            """);

    assertThat(plan.tree())
        .isEqualTo(
            new BrandTree(
                List.of(
                    new Region("north", "North", null),
                    new Region("yorkshire", "yorkshire", "north")),
                List.of(
                    new Location("leeds-1", "Leeds", "yorkshire"),
                    new Location("airport", "airport", null)),
                List.of(new BrandTopic("refunds", "Refunds"))));
    assertThat(plan.terms().parts())
        .containsExactly(
            new PartTerms(
                PartKind.LOCATION, "leeds-1", List.of("cornerleeds"), List.of(), List.of("leeds")),
            new PartTerms(PartKind.LOCATION, "airport", List.of(), List.of("cornerair"), List.of()),
            new PartTerms(
                PartKind.TOPIC, "refunds", List.of(), List.of("moneyback"), List.of("refund")));
    assertThat(plan.severity()).isEqualTo(new SeverityPolicy(30, 5_000_000, 600_000, 1, 2));
  }

  @Test
  void tellsAllFaultsOfRegionsAtOnce() {
    assertThat(
            lines(
                """
                    regions:
                      - {region: north, in: nroth}
                      - {region: a, in: b}
                      - {region: b, in: a}
                      - {region: north}
                      - {name: South}
                    locations:
                      - {location: leeds, in: nort, handles: [l]}
                      - {location: hull, in: a, handles: [h]}
                """))
        .containsExactly(
            "p:6:18: warning: brands[0].regions[0].region: region 'north' holds no location",
            "p:6:29: error: brands[0].regions[0].in: unknown region 'nroth'; did you mean 'north'?",
            "p:8:25: error: brands[0].regions[2].in: runs in a circle: a -> b -> a",
            "p:9:18: error: brands[0].regions[3].region: region 'north' is there twice, first in line 6",
            "p:10:9: error: brands[0].regions[4].region: is missing",
            "p:12:31: error: brands[0].locations[0].in: unknown region 'nort'; did you mean 'north'?");
  }

  @Test
  void tellsAllFaultsOfLocationsAndTopicsAtOnce() {
    assertThat(
            lines(
                """
                    locations:
                      - {location: leeds, handles: [cornerleeds], phrases: [leeds, Leeds]}
                      - {location: leeds, handles: [other]}
                      - {location: hull, handles: [CornerLeeds, corner], phrases: [leeds]}
                      - {location: York, handles: [corneryork]}
                      - {location: dover, name: Dover}
                      - {handles: [cornerhove]}
                    topics:
                      - {topic: refunds, phrases: [refund]}
                      - {topic: refunds, phrases: [back]}
                      - {topic: queues, handles: [q]}
                    warning: {locations: 0}
                    critical: {locations: 7}
                """))
        .containsExactlyInAnyOrder(
            "p:6:68: warning: brands[0].locations[0].phrases[1]: phrase 'Leeds' is listed twice, first in line 6",
            "p:7:20: error: brands[0].locations[1].location: location 'leeds' is there twice, first in line 6",
            "p:8:36: error: brands[0].locations[2].handles[0]: handle 'CornerLeeds' is that of location 'leeds' (line 6)",
            "p:8:49: error: brands[0].locations[2].handles[1]: handle 'corner' is the brand's own, so every post to it would be of this location",
            "p:8:68: warning: brands[0].locations[2].phrases[0]: phrase 'leeds' also tells of 'leeds' (line 6)",
            "p:9:20: error: brands[0].locations[3].location: location 'York' is not as it must be: lower-case letters, digits and '-', a letter or digit first",
            "p:10:9: error: brands[0].locations[4]: matches nothing: name a handle, hashtag or phrase",
            "p:11:9: error: brands[0].locations[5].location: is missing",
            "p:14:17: error: brands[0].topics[1].topic: topic 'refunds' is there twice, first in line 13",
            "p:15:9: error: brands[0].topics[2]: matches nothing: name a hashtag or phrase",
            "p:15:25: error: brands[0].topics[2].handles: unknown key 'handles'",
            "p:16:26: error: brands[0].warning.locations: must be at least 1",
            "p:17:27: warning: brands[0].critical.locations: is never reached: the brand has 6 locations");
  }

  @Test
  void readsTwelveHundredLocationsALineEach() {
    String locations =
        IntStream.range(0, 1_250)
            .mapToObj(
                i ->
                    "      - {location: l%d, name: Place %d, in: r%d, handles: [corner%d]}"
                        .formatted(i, i, i / 62, i))
            .collect(Collectors.joining("\n", "    locations:\n", "\n"));
    String regions =
        IntStream.range(0, 21)
            .mapToObj(i -> "      - {region: r" + i + "}")
            .collect(Collectors.joining("\n", "    regions:\n", "\n"));

    assertThat(lines(regions + locations)).isEmpty();
    assertThat(brand(regions + locations).tree().locations()).hasSize(1_250);
  }

  private static List<String> lines(String parts) {
    return CrisisPlanParser.read(BRAND + parts, "p").lines();
  }

  private static BrandPlan brand(String parts) {
    PlanReading reading = CrisisPlanParser.read(BRAND + parts, "p");
    assertThat(reading.lines()).isEmpty();
    assertThat(reading.plan()).isNotNull();
    return reading.plan().brands().get(0);
  }
}
