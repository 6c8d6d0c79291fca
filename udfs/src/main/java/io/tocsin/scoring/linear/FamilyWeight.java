package io.tocsin.scoring.linear;

/** How much one feature counts: the more of its family a text has, the less each. */
public final class FamilyWeight {
  private static final float[] WEIGHTS = new float[1024];

  static {
    for (int count = 1; count < WEIGHTS.length; count++) {
      WEIGHTS[count] = reckon(count);
    }
  }

  private FamilyWeight() {}

  /**
   * The weight of each of {@code count} features.
   *
   * @param count from 1
   */
  public static float of(int count) {
    return count < WEIGHTS.length ? WEIGHTS[count] : reckon(count);
  }

  private static float reckon(int count) {
    return (float) (1 / StrictMath.sqrt(count));
  }
}
