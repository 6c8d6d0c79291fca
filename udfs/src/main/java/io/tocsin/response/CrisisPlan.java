package io.tocsin.response;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Per brand: what matches it, who is paged, which queue overflows where, when to stand down.
 *
 * @param version names the plan in every decision
 * @param brands the brands, in the file's order
 * @param lastResort who is paged where nobody is on call; null for nobody
 * @param drillReceivers where pages of drills go that are not to reach real people; empty for the
 *     console
 */
public record CrisisPlan(
    String version,
    List<BrandPlan> brands,
    @Nullable Contact lastResort,
    List<PageTarget> drillReceivers)
    implements Serializable {
  /** A plan that names no receivers of drills. */
  public CrisisPlan(String version, List<BrandPlan> brands, @Nullable Contact lastResort) {
    this(version, brands, lastResort, List.of());
  }
}
