package io.tocsin.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.BurningLocation;
import io.tocsin.incident.BurningParts;
import io.tocsin.incident.BurningRegion;
import io.tocsin.spike.Signal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacesTextTest {
  @Test
  void namesALocationThatBurnsAlone() {
    BurningParts parts =
        new BurningParts(
            "Leeds 1",
            List.of(new BurningRegion("north", "North", 1, 62)),
            List.of(location(1, "North")),
            List.of());

    assertThat(PlacesText.lines(parts))
        .containsExactly("Location: Leeds 1 in North (31 negative where 2.2 is usual).");
  }

  @Test
  void countsLocationsByRegionAndNamesTheStrongest() {
    BurningParts parts =
        new BurningParts(
            null,
            List.of(
                new BurningRegion("west", "West", 38, 62), new BurningRegion("east", "East", 1, 9)),
            IntStream.range(0, 40).mapToObj(i -> location(i, i < 39 ? "West" : null)).toList(),
            List.of("Queues", "Refunds"));

    List<String> lines = PlacesText.lines(parts);

    assertThat(lines.get(0))
        .isEqualTo("Locations: 38 of 62 in West, 1 of 9 in East; 1 in no region.");
    assertThat(lines.get(1))
        .startsWith("Most: Leeds 0 (31 negative where 2.2 is usual), Leeds 1 (")
        .contains("Leeds 9 (")
        .doesNotContain("Leeds 10")
        .endsWith(" and 30 more.");
    assertThat(lines.get(2)).isEqualTo("Topics: Queues, Refunds.");
  }

  @Test
  void saysNothingOfABrandThatBurnsAsAWhole() {
    assertThat(PlacesText.lines(BurningParts.NONE)).isEmpty();
  }

  private static BurningLocation location(int number, @Nullable String region) {
    return new BurningLocation(
        "leeds-" + number,
        "Leeds " + number,
        region,
        Signal.NEGATIVITY,
        60_000,
        31,
        2.2,
        9,
        33,
        0.8);
  }
}
