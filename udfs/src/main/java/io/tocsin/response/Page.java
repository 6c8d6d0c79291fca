package io.tocsin.response;

import io.tocsin.incident.Severity;
import io.tocsin.mention.Drill;
import io.tocsin.window.ExamplePost;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One notification to one on-call target.
 *
 * @param dedupKey the same for the same thing, however often it is sent: incident, severity,
 *     target, action
 * @param action trigger or resolve
 * @param target where it goes
 * @param incidentId which incident
 * @param brand the brand's key
 * @param severity how bad it has been at its worst: what was paged about stays the same alarm
 * @param at event time of the decision
 * @param since when the crisis began
 * @param title one line
 * @param body what, since when, how big, why and what to do
 * @param examples public posts, by influence
 * @param planVersion the crisis plan that decided it
 * @param decision why this target is paged now
 * @param drill the drill that it is part of; null for a real page
 * @param grounds what that was decided by; null for an all-clear, which follows from the page
 *     before, and where a job wrote it that did not say so
 */
public record Page(
    String dedupKey,
    PageAction action,
    PageTarget target,
    String incidentId,
    String brand,
    Severity severity,
    Instant at,
    Instant since,
    String title,
    String body,
    List<ExamplePost> examples,
    String planVersion,
    String decision,
    @Nullable Drill drill,
    @Nullable PageGrounds grounds) {
  /** A real page. */
  public Page(
      String dedupKey,
      PageAction action,
      PageTarget target,
      String incidentId,
      String brand,
      Severity severity,
      Instant at,
      Instant since,
      String title,
      String body,
      List<ExamplePost> examples,
      String planVersion,
      String decision) {
    this(
        dedupKey,
        action,
        target,
        incidentId,
        brand,
        severity,
        at,
        since,
        title,
        body,
        examples,
        planVersion,
        decision,
        null,
        null);
  }
}
