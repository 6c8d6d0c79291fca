package io.tocsin.spike;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the crisis plan says about detecting at one brand.
 *
 * @param criticalScore rarity in decades from which a crisis is critical: a spike that passes it is
 *     told at once
 * @param criticalReach people reached from which a crisis is critical, likewise
 * @param calendar declared events, in any order; where two are on, the greater counts
 */
public record BrandRules(double criticalScore, long criticalReach, List<DeclaredEvent> calendar)
    implements Serializable {
  /** A brand of which the plan says nothing. */
  public static final BrandRules NONE =
      new BrandRules(Double.POSITIVE_INFINITY, Long.MAX_VALUE, List.of());

  /** Whether a spike that was told with one score and reach has passed a mark since. */
  boolean passesMark(double toldScore, double score, long toldReach, long reach) {
    return (toldScore < criticalScore && score >= criticalScore)
        || (toldReach < criticalReach && reach >= criticalReach);
  }

  /** The event that expects most at this time; null where none is on. */
  @Nullable DeclaredEvent eventAt(long millis) {
    return calendar.stream()
        .filter(event -> event.factorAt(millis) > 1)
        .max(Comparator.comparingDouble(event -> event.factorAt(millis)))
        .orElse(null);
  }

  /** Times the usual that are expected at this time, from 1. */
  double factorAt(long millis) {
    double factor = 1;
    for (DeclaredEvent event : calendar) {
      factor = Math.max(factor, event.factorAt(millis));
    }
    return factor;
  }

  /** The next moment after this one from which on the events that count are others. */
  long nextTurn(long millis) {
    long next = Long.MAX_VALUE;
    for (DeclaredEvent event : calendar) {
      long begins = event.startMillis() + 1;
      next = begins > millis ? Math.min(next, begins) : next;
      next = event.endMillis() > millis ? Math.min(next, event.endMillis()) : next;
    }
    return next;
  }
}
