package io.tocsin.deploy.testing;

import org.junit.jupiter.api.Assumptions;

/**
 * Leaves a test out where what it needs is missing, with one line that says so; with {@code
 * CI=true} it fails, so that nothing is left out unseen.
 */
final class LeftOut {
  private LeftOut() {}

  /** Whether nothing may be left out. */
  static boolean inCi() {
    return "true".equals(System.getenv("CI"));
  }

  /**
   * Goes on if what the test needs is there.
   *
   * @param missing says what is missing, and where
   */
  static void unless(boolean there, String missing, boolean ci) {
    if (!there && ci) {
      throw new AssertionError(missing + ", and CI=true allows no test left out");
    }
    String leftOut = "left out: " + missing;
    if (!there) {
      System.err.println(leftOut);
    }
    Assumptions.assumeTrue(there, leftOut);
  }
}
