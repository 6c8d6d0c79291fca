package io.tocsin.response;

import io.tocsin.incident.BrandKin;
import io.tocsin.incident.IncidentPolicy;
import io.tocsin.incident.LifePolicy;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.spike.BrandRules;
import io.tocsin.spike.DeclaredEvent;
import io.tocsin.window.BrandTree;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the crisis plan says of one brand.
 *
 * @param terms what matches the brand
 * @param displayName the brand's name for people
 * @param tree its regions, locations and topics
 * @param paging who is paged from which severity on
 * @param redirects which queue overflows where
 * @param severity how bad its spikes are, and how long it must stay calm
 * @param guidance what to do, for the page
 * @param intent words that tell what a post about the brand wants
 * @param calendar declared events, the plan's own and the brand's
 * @param care who answers what is said of the brand, and how
 * @param life when its incidents reopen, when an acknowledgement lapses, when nobody is paged
 * @param group what it shares with other brands, such as a supplier; null for nothing
 */
public record BrandPlan(
    BrandTerms terms,
    String displayName,
    BrandTree tree,
    List<PagingRule> paging,
    List<QueueRedirect> redirects,
    SeverityPolicy severity,
    String guidance,
    IntentWords intent,
    List<DeclaredEvent> calendar,
    BrandCare care,
    LifePolicy life,
    @Nullable String group)
    implements Serializable {
  /** A brand whose incidents live as where the plan says nothing of that. */
  public BrandPlan(
      BrandTerms terms,
      String displayName,
      BrandTree tree,
      List<PagingRule> paging,
      List<QueueRedirect> redirects,
      SeverityPolicy severity,
      String guidance,
      IntentWords intent,
      List<DeclaredEvent> calendar,
      BrandCare care) {
    this(
        terms,
        displayName,
        tree,
        paging,
        redirects,
        severity,
        guidance,
        intent,
        calendar,
        care,
        LifePolicy.STANDARD,
        null);
  }

  /** What there is to say of a brand that a plan does not have: page nobody, turn no valve. */
  public static BrandPlan none(String brand) {
    return new BrandPlan(
        new BrandTerms(brand, List.of(), List.of(), List.of(), List.of(), List.of()),
        brand,
        BrandTree.NONE,
        List.of(),
        List.of(),
        new SeverityPolicy(
            Double.POSITIVE_INFINITY, Long.MAX_VALUE, 0, Integer.MAX_VALUE, Integer.MAX_VALUE),
        "",
        IntentWords.none(brand),
        List.of(),
        BrandCare.NONE,
        new LifePolicy(0, 0, 0, List.of()),
        null);
  }

  /** The brand's key. */
  public String brand() {
    return terms.brand();
  }

  /** How the brand's spikes become incidents. */
  public IncidentPolicy incidentPolicy() {
    return new IncidentPolicy(severity, tree, life);
  }

  /** What ties it to other brands. */
  public BrandKin kin() {
    return new BrandKin(displayName, group);
  }

  /** What the brand's spikes are detected by. */
  public BrandRules rules() {
    return new BrandRules(severity.criticalScore(), severity.criticalReach(), calendar);
  }
}
