package io.tocsin.response;

import io.tocsin.incident.Severity;
import java.io.Serializable;

/**
 * A rule of the plan: from this severity on the responder is paged, at once or when nobody has
 * acknowledged for a while, once or again and again; or is told something, at once and once.
 *
 * @param step what is done
 * @param responder who
 * @param from mildest severity at which the responder is paged
 * @param afterMillis how long an incident of its severity must go unacknowledged before; 0 for at
 *     once
 * @param everyMillis how long until the same person is paged again while nobody acknowledges
 * @param times how often the same person is paged about one severity, from 1
 */
public record PagingRule(
    PlanStep step,
    Responder responder,
    Severity from,
    long afterMillis,
    long everyMillis,
    int times)
    implements Serializable {
  /** Pages. */
  public PagingRule(
      Responder responder, Severity from, long afterMillis, long everyMillis, int times) {
    this(PlanStep.PAGE, responder, from, afterMillis, everyMillis, times);
  }

  /** At once and once. */
  public static PagingRule atOnce(Responder responder, Severity from) {
    return new PagingRule(responder, from, 0, 0, 1);
  }

  /** Whether it calls somebody, who then has to acknowledge. */
  public boolean pages() {
    return step == PlanStep.PAGE;
  }
}
