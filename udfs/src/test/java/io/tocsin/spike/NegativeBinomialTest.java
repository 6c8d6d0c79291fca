package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NegativeBinomialTest {
  @Test
  void findsNothingRareUpToTheMean() {
    assertThat(NegativeBinomial.upperTailDecades(5, 5, 1)).isZero();
    assertThat(NegativeBinomial.upperTailDecades(4, 5, 2)).isZero();
  }

  @Test
  void boundsThePoissonTail() {
    double mean = 4;
    int count = 15;
    double tail = 0;
    double term = Math.exp(-mean);
    for (int k = 0; k < 60; k++) {
      tail += k >= count ? term : 0;
      term *= mean / (k + 1);
    }
    double exact = -Math.log10(tail);

    double bound = NegativeBinomial.upperTailDecades(count, mean, 1);

    assertThat(bound).isLessThan(exact).isCloseTo(exact, within(1.0));
  }

  @Test
  void findsACountLessRareWhereCountsAreBurstier() {
    double poisson = NegativeBinomial.upperTailDecades(30, 10, 1);
    double bursty = NegativeBinomial.upperTailDecades(30, 10, 3);

    assertThat(bursty).isPositive().isLessThan(poisson);
  }

  @Test
  void findsTheLeastCountThatIsSoRare() {
    for (double dispersion : new double[] {1, 1.5, 40}) {
      for (double mean : new double[] {0.1, 7, 5_000}) {
        double least = NegativeBinomial.leastBeyond(8, mean, dispersion);

        assertThat(NegativeBinomial.upperTailDecades(least, mean, dispersion))
            .isGreaterThanOrEqualTo(8);
        assertThat(NegativeBinomial.upperTailDecades(0.998 * least, mean, dispersion))
            .isLessThan(8);
      }
    }
  }
}
