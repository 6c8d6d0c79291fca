package io.tocsin.response;

import io.tocsin.incident.IncidentPlan;
import io.tocsin.spike.DetectionPlan;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /** What it says of mentions. */
  public MatchingPlan matching() {
    return new MatchingPlan(
        version,
        brands.stream().map(BrandPlan::terms).toList(),
        brands.stream().flatMap(brand -> brand.intent().phrases().stream()).toList(),
        byBrand(BrandPlan::tree));
  }

  /** What it says of detection. */
  public DetectionPlan detection() {
    return new DetectionPlan(version, byBrand(BrandPlan::rules));
  }

  /** What it says of incidents. */
  public IncidentPlan incidents() {
    return new IncidentPlan(version, byBrand(BrandPlan::incidentPolicy), byBrand(BrandPlan::kin));
  }

  private <T> Map<String, T> byBrand(Function<BrandPlan, T> part) {
    return brands.stream().collect(Collectors.toMap(BrandPlan::brand, part));
  }
}
