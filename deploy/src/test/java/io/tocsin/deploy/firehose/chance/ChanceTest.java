package io.tocsin.deploy.firehose.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
  private static final long SEED = 42;
  private static final int DRAWS = 100_000;

  @Test
  void drawsTheSameOnEveryMachine() {
    Chance chance = new Chance(SEED);

    // reckoned apart from this code, from the published algorithm
    assertThat(List.of(chance.below(1_000), chance.below(1_000), chance.below(1_000)))
        .containsExactly(596, 160, 166);
  }

  @Test
  void forksIndependentlyOfWhatWasDrawn() {
    Chance fresh = new Chance(SEED);
    Chance used = new Chance(SEED);
    used.bits();

    assertThat(used.fork("people").bits()).isEqualTo(fresh.fork("people").bits());
    assertThat(fresh.fork("people").bits()).isNotEqualTo(fresh.fork("luck").bits());
  }

  @Test
  void countsLikePoissonForSmallAndLargeMeans() {
    for (double mean : new double[] {0, 0.1, 4, 29, 31, 1_000}) {
      Chance chance = new Chance(SEED);
      double[] counts = draw(() -> chance.poisson(mean));
      double average = DoubleStream.of(counts).average().orElseThrow();
      double variance =
          DoubleStream.of(counts).map(n -> (n - average) * (n - average)).average().orElseThrow();

      assertThat(average).as("mean %s, seed %s", mean, SEED).isCloseTo(mean, within(0.02 * mean));
      assertThat(variance).as("mean %s, seed %s", mean, SEED).isCloseTo(mean, within(0.03 * mean));
    }
  }

  @Test
  void drawsNormallyAroundZero() {
    Chance chance = new Chance(SEED);
    double[] values = draw(chance::normal);

    assertThat(DoubleStream.of(values).average().orElseThrow()).isCloseTo(0, within(0.02));
    assertThat(DoubleStream.of(values).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(0.03));
  }

  @Test
  void drawsParetoTailsOfTheAskedWeight() {
    Chance chance = new Chance(SEED);
    double[] values = draw(() -> chance.pareto(10, 1.5));

    assertThat(DoubleStream.of(values).min().orElseThrow()).isGreaterThanOrEqualTo(10);
    double beyond = DoubleStream.of(values).filter(x -> x > 1_000).count() / (double) DRAWS;
    assertThat(beyond).isCloseTo(StrictMath.pow(0.01, 1.5), within(0.0004));
  }

  @Test
  void staysWithinItsBounds() {
    Chance chance = new Chance(SEED);
    for (int i = 0; i < DRAWS; i++) {
      assertThat(chance.below(7)).isBetween(0, 6);
      assertThat(chance.between(-5L, 5L)).isBetween(-5L, 4L);
    }
  }

  @Test
  void picksByWeight() {
    Chance chance = new Chance(SEED);
    Weighted<String> weighted = Weighted.of(List.of("often", "never", "rarely"), 3, 0, 1);
    double[] rare = draw(() -> weighted.pick(chance).equals("rarely") ? 1 : 0);
    Weighted<String> onlyFirst = Weighted.of(List.of("yes", "no"), 1, 0);

    assertThat(DoubleStream.of(rare).average().orElseThrow()).isCloseTo(0.25, within(0.01));
    assertThat(draw(() -> onlyFirst.pick(chance).equals("yes") ? 0 : 1)).containsOnly(0);
  }

  @Test
  void refusesWeightsThatMeanNothing() {
    assertThatThrownBy(() -> Weighted.of(List.of("a"), 1, 2)).hasMessage("1 values but 2 weights");
    assertThatThrownBy(() -> Weighted.of(List.of("a", "b"), 1, -2))
        .hasMessage("weight of b is negative: -2.0");
    assertThatThrownBy(() -> Weighted.of(List.of("a"), 0)).hasMessageContaining("no weight");
  }

  private static double[] draw(DoubleSupplier draws) {
    return DoubleStream.generate(draws).limit(DRAWS).toArray();
  }
}
