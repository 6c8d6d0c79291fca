package io.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BrandMapTest {
  private final BrandMap map =
      new BrandMap(
          new BrandTree(
              List.of(new Region("north", "North", null), new Region("yorkshire", "York", "north")),
              List.of(
                  new Location("leeds", "Leeds", "yorkshire"),
                  new Location("durham", "Durham", "north"),
                  new Location("airport", "Airport", null)),
              List.of(new BrandTopic("refunds", "Refunds"))));

  @Test
  void knowsTheRegionsAroundALocationTheNearestFirst() {
    assertThat(map.regionsOf("leeds")).containsExactly("yorkshire", "north");
    assertThat(map.regionsOf("airport")).isEmpty();
    assertThat(map.regionsOf("nowhere")).isEmpty();
  }

  @Test
  void countsTheLocationsOfARegionAndOfThoseInIt() {
    assertThat(map.locationsIn("north")).isEqualTo(2);
    assertThat(map.locationsIn("yorkshire")).isEqualTo(1);
    assertThat(map.locationsIn("south")).isZero();
  }

  @Test
  void callsPartsByTheirNamesAndUnknownOnesByTheirKeys() {
    assertThat(map.nameOf(Watch.ofRegion("acme", "yorkshire"))).isEqualTo("York");
    assertThat(map.nameOf(Watch.ofLocation("acme", "leeds"))).isEqualTo("Leeds");
    assertThat(map.nameOf(Watch.ofTopic("acme", "refunds"))).isEqualTo("Refunds");
    assertThat(map.nameOf(Watch.ofLocation("acme", "closed"))).isEqualTo("closed");
    assertThat(map.nameOf(Watch.ofChannel("acme", "x"))).isEqualTo("x");
  }

  @Test
  void endsWhereRegionsRunInACircle() {
    BrandMap circle =
        new BrandMap(
            new BrandTree(
                List.of(new Region("a", "A", "b"), new Region("b", "B", "a")),
                List.of(new Location("leeds", "Leeds", "a")),
                List.of()));

    assertThat(circle.regionsOf("leeds")).containsExactly("a", "b");
  }
}
