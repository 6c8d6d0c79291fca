package io.tocsin.incident;

import io.tocsin.mention.Drill;
import io.tocsin.spike.Evidence;
import io.tocsin.window.ExamplePost;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The spikes of one brand folded into one thing that people can handle. Every change is written
 * whole, keyed by {@link #id}, so that the latest record is the incident.
 *
 * @param id brand and start
 * @param brand the brand's key
 * @param state where it stands
 * @param severity how bad it is now
 * @param change what this record changed
 * @param at event time of this change
 * @param openedAt when it was opened
 * @param since estimated onset of its first spike
 * @param observed the sum of its strongest spike's window
 * @param expected what the past would have given there
 * @param score the strongest spike's rarity in decades
 * @param mentions mentions of the brand in that window
 * @param negativeShare from 0 to 1
 * @param usualNegativeShare from 0 to 1
 * @param reach people, estimate
 * @param spikes ids of the spikes that are burning now
 * @param channels channels that burn, sorted
 * @param parts regions, locations and topics that burn
 * @param examples public posts, by influence
 * @param evidence of its strongest spike
 * @param reason a few sentences for a person
 * @param acknowledgedBy who took it
 * @param drill the drill that it is part of; null for a real incident
 * @param planVersion the crisis plan that decided it; null where a job wrote it that did not say so
 * @param grounds why it reached its severity; null where a job wrote it that did not say so
 * @param leadingSpike id of the spike whose figures these are, or were when it burned last; null
 *     where a job wrote it that did not say so
 * @param handling what else people made of it, and what holds its pages back
 */
public record Incident(
    String id,
    String brand,
    IncidentState state,
    Severity severity,
    IncidentChange change,
    Instant at,
    Instant openedAt,
    Instant since,
    double observed,
    double expected,
    double score,
    long mentions,
    double negativeShare,
    double usualNegativeShare,
    long reach,
    List<String> spikes,
    List<String> channels,
    BurningParts parts,
    List<ExamplePost> examples,
    Evidence evidence,
    String reason,
    @Nullable String acknowledgedBy,
    @Nullable Drill drill,
    @Nullable String planVersion,
    @Nullable SeverityGrounds grounds,
    @Nullable String leadingSpike,
    Handling handling) {
  /** A record from before there was any handling has none. */
  public Incident {
    handling = Objects.requireNonNullElse(handling, Handling.NONE);
  }

  /** How bad it is by what pages: without the watches that are silenced. */
  public Severity pagedSeverity() {
    return handling.heard() == null ? severity : handling.heard();
  }

  /** The same incident where nothing but how it is handled has changed. */
  public Incident told(
      IncidentState next,
      IncidentChange what,
      Instant when,
      @Nullable String by,
      Handling handledNow) {
    return with(next, what, when, spikes, reason, by, planVersion, handledNow);
  }

  /**
   * The same incident when nothing burns any more that would keep it going.
   *
   * @param left ids of the spikes that still burn
   */
  Incident calm(IncidentState next, IncidentChange what, Instant when, List<String> left) {
    Handling handledNow = handling.by(null, null);
    return with(next, what, when, left, reason, acknowledgedBy, planVersion, handledNow);
  }

  /**
   * The same incident, over because its brand is no longer in the plan.
   *
   * @param plan version of the plan that does not know the brand
   */
  Incident withdrawn(Instant when, String plan) {
    String why = "The crisis plan " + plan + " no longer has " + brand + ": nobody watches it now.";
    return with(
        IncidentState.RESOLVED,
        IncidentChange.RESOLVED,
        when,
        List.of(),
        why,
        acknowledgedBy,
        plan,
        handling.by(null, null));
  }

  /**
   * The same incident, decided by this plan.
   *
   * @param plan its version
   */
  Incident decidedBy(String plan) {
    return with(state, change, at, spikes, reason, acknowledgedBy, plan, handling);
  }

  private Incident with(
      IncidentState next,
      IncidentChange what,
      Instant when,
      List<String> burning,
      String why,
      @Nullable String by,
      @Nullable String plan,
      Handling handledNow) {
    return new Incident(
        id,
        brand,
        next,
        severity,
        what,
        when,
        openedAt,
        since,
        observed,
        expected,
        score,
        mentions,
        negativeShare,
        usualNegativeShare,
        reach,
        burning,
        channels,
        parts,
        examples,
        evidence,
        why,
        by,
        drill,
        plan,
        grounds,
        leadingSpike,
        handledNow);
  }
}
