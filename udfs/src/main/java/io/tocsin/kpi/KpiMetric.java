package io.tocsin.kpi;

import java.util.List;
import java.util.Locale;

/** The catalogue of KPIs: one place with name, type, help and labels. Units are in the names. */
public enum KpiMetric {
  /** Every record read from the firehose; equals accepted + rejected + repeated. */
  MENTIONS_READ_TOTAL(Type.COUNTER, "Records read from the firehose"),
  MENTIONS_ACCEPTED_TOTAL(
      Type.COUNTER, "Mentions accepted: well-formed and not seen before within the repeat span"),
  MENTIONS_REJECTED_TOTAL(Type.COUNTER, "Records refused as dead letters", "reason"),
  MENTIONS_REPEATED_TOTAL(Type.COUNTER, "Mentions dropped because their id was seen before"),
  FEED_GAPS_TOTAL(
      Type.COUNTER, "Times that a channel of the feed stood still, or all (*)", "channel"),
  MENTIONS_UNMATCHED_TOTAL(Type.COUNTER, "Accepted mentions that concern no brand of the plan"),
  MENTIONS_LATE_TOTAL(
      Type.COUNTER, "Accepted mentions that came after their window was judged", "brand"),
  MENTIONS_TOTAL(Type.COUNTER, "Mentions of a brand on time", "brand", "channel", "sentiment"),
  SCORINGS_TOTAL(
      Type.COUNTER,
      "Mentions of brands by the model that scored them or could not; rare languages are 'other'",
      "model",
      "language",
      "outcome"),
  RANKINGS_TOTAL(
      Type.COUNTER,
      "Mentions of brands by what the estimate of reach and the author's rank rest on",
      "basis",
      "scale"),
  NEGATIVITY_TOTAL(
      Type.COUNTER, "Sum of the probabilities that a mention is negative", "brand", "channel"),
  POSITIVITY_TOTAL(
      Type.COUNTER, "Sum of the probabilities that a mention is positive", "brand", "channel"),
  REACH_PEOPLE_TOTAL(Type.COUNTER, "Estimated people reached", "brand", "channel"),
  ENGAGEMENTS_TOTAL(Type.COUNTER, "Likes, shares and replies", "brand", "channel"),
  VIEWS_TOTAL(Type.COUNTER, "Views", "brand", "channel"),
  NEEDS_RESPONSE_TOTAL(
      Type.COUNTER, "Sum of the probabilities that a mention needs a response", "brand", "channel"),
  MENTIONS_BY_KIND_TOTAL(
      Type.COUNTER, "Mentions of each kind; one may be of several", "brand", "kind"),
  SPIKES_TOTAL(Type.COUNTER, "Spikes raised", "brand", "signal"),
  INCIDENTS_TOTAL(Type.COUNTER, "Incidents opened", "brand"),
  INCIDENT_SEVERITY(
      Type.GAUGE,
      "Severity of the open incident: 0 none, 1 notice, 2 warning, 3 critical",
      "brand"),
  PAGES_TOTAL(Type.COUNTER, "Pages decided", "brand", "action"),
  REDIRECTS_OPEN(Type.LEVEL, "Valves open from a queue to its backup", "brand"),
  REDIRECTED_TOTAL(Type.COUNTER, "Mentions moved from a queue to a backup", "brand", "queue"),
  QUEUE_BACKLOG(
      Type.GAUGE,
      "Unanswered mentions in a queue or pool, claimed by somebody or waiting",
      "brand",
      "queue",
      "held"),
  QUEUE_OLDEST_WAIT_SECONDS(
      Type.GAUGE,
      "How long the mention waits that waits longest in a queue or pool, to the minute; 0 for none",
      "brand",
      "queue"),
  TIME_TO_DETECT_SECONDS(
      Type.GAUGE, "Latest incident: estimated onset to the incident, event time", "brand"),
  TIME_TO_PAGE_SECONDS(
      Type.GAUGE, "Latest incident: estimated onset to the first page, event time", "brand"),
  TIME_TO_ACKNOWLEDGE_SECONDS(
      Type.GAUGE, "Latest incident: opening to acknowledgement, event time", "brand"),
  DRILL_MENTIONS_TOTAL(
      Type.COUNTER, "Records that drills made up: counted here and in no other family"),
  DRILL_INCIDENTS_TOTAL(
      Type.COUNTER, "Incidents of drills: counted here and in no other family", "brand");

  /** How a metric's changes combine, and what it is to Prometheus. */
  public enum Type {
    /** Only grows: changes are added. */
    COUNTER,
    /** The latest value stands. */
    GAUGE,
    /** Goes up and down: changes are added; a gauge to Prometheus. */
    LEVEL;

    /** The value after a change. */
    public double combine(double value, double change) {
      return this == GAUGE ? change : value + change;
    }
  }

  private final Type type;
  private final String help;
  private final List<String> labels;

  KpiMetric(Type type, String help, String... labels) {
    this.type = type;
    this.help = help;
    this.labels = List.of(labels);
  }

  /** Prometheus name without prefix: {@code mentions_total}. */
  public String metricName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How its changes combine. */
  public Type type() {
    return type;
  }

  /** What it counts, for a person. */
  public String help() {
    return help;
  }

  /** Label names in the order in which {@link KpiDelta#of} takes their values. */
  public List<String> labels() {
    return labels;
  }
}
