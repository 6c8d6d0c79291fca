package io.tocsin.spike;

import java.io.Serializable;

/**
 * What the crisis plan says about detecting at one brand.
 *
 * @param criticalScore rarity in decades from which a crisis is critical: a spike that passes it is
 *     told at once
 * @param criticalReach people reached from which a crisis is critical, likewise
 */
public record BrandRules(double criticalScore, long criticalReach) implements Serializable {
  /** A brand of which the plan says nothing. */
  public static final BrandRules NONE = new BrandRules(Double.POSITIVE_INFINITY, Long.MAX_VALUE);

  /** Whether a spike that was told with one score and reach has passed a mark since. */
  boolean passesMark(double toldScore, double score, long toldReach, long reach) {
    return (toldScore < criticalScore && score >= criticalScore)
        || (toldReach < criticalReach && reach >= criticalReach);
  }
}
