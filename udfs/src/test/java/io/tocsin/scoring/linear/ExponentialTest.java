package io.tocsin.scoring.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialTest {
  @Test
  void staysWithinItsErrorOfTheTrueFunction() {
    for (double x = 0; x > -690; x -= 0.00713) {
      assertThat(Exponential.of(x) / StrictMath.exp(x)).as("e^%s", x).isCloseTo(1, within(3e-8));
    }
    assertThat(Exponential.of(0)).isEqualTo(1);
    assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Exponential.of(-1e9)).isZero();
  }
}
