package io.tocsin.response;

import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.spike.BrandRules;
import io.tocsin.spike.DeclaredEvent;
import java.io.Serializable;
import java.util.List;

/**
 * What the crisis plan says of one brand.
 *
 * @param terms what matches the brand
 * @param displayName the brand's name for people
 * @param paging who is paged from which severity on
 * @param redirects which queue overflows where
 * @param criticalScore rarity in decades from which a crisis is critical
 * @param criticalReach people reached from which a crisis is critical
 * @param standDownMillis how long it must stay calm until the incident is resolved
 * @param guidance what to do, for the page
 * @param intent words that tell what a post about the brand wants
 * @param calendar declared events, the plan's own and the brand's
 */
public record BrandPlan(
    BrandTerms terms,
    String displayName,
    List<PagingRule> paging,
    List<QueueRedirect> redirects,
    double criticalScore,
    long criticalReach,
    long standDownMillis,
    String guidance,
    IntentWords intent,
    List<DeclaredEvent> calendar)
    implements Serializable {
  /** The brand's key. */
  public String brand() {
    return terms.brand();
  }

  /** How bad the brand's spikes are. */
  public SeverityPolicy severityPolicy() {
    return new SeverityPolicy(criticalScore, criticalReach, standDownMillis);
  }

  /** What the brand's spikes are detected by. */
  public BrandRules rules() {
    return new BrandRules(criticalScore, criticalReach, calendar);
  }
}
