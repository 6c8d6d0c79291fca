package io.tocsin.kpi;

import java.util.List;
import java.util.Locale;

/**
 * The catalogue of KPIs: one place with name, type, unit, help, labels, and from what each is
 * counted. The exporter, the docs page and the dashboards' test are made from it.
 *
 * <p>Label values are bounded: names of the crisis plan, words of enums, channels of the feed.
 * {@code location} is the exception that {@link NamePlacesFunction} bounds.
 */
public enum KpiMetric {
  /** Every record read from the firehose; equals accepted + rejected + repeated. */
  MENTIONS_READ_TOTAL(Type.COUNTER, "records", KpiStream.RECORDS, "Records read from the firehose"),
  MENTIONS_ACCEPTED_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.MENTIONS,
      "Mentions accepted: well-formed and not seen before within the repeat span"),
  MENTIONS_REJECTED_TOTAL(
      Type.COUNTER, "records", KpiStream.DEAD_LETTERS, "Records refused as dead letters", "reason"),
  MENTIONS_REPEATED_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.MENTIONS,
      "Mentions dropped because their id was seen before"),
  FEED_GAPS_TOTAL(
      Type.COUNTER,
      "gaps",
      KpiStream.FEED,
      "Times that a channel of the feed stood still, or all (*)",
      "channel"),
  FEED_STANDING_STILL(
      Type.GAUGE,
      "1 or 0",
      KpiStream.FEED,
      "Whether a channel of the feed stands still, or all (*): 1 yes, 0 no",
      "channel"),
  MENTIONS_UNMATCHED_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.MENTIONS,
      "Accepted mentions that concern no brand of the plan"),
  MENTIONS_LATE_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.LATE_MENTIONS,
      "Accepted mentions that came after their window was judged",
      "brand"),
  MENTIONS_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.PANES,
      "Mentions of a brand on time",
      "brand",
      "channel",
      "sentiment"),
  SCORINGS_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.SCORED_MENTIONS,
      "Mentions of brands by the model that scored them or could not; rare languages are 'other'",
      "model",
      "language",
      "outcome"),
  RANKINGS_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.SCORED_MENTIONS,
      "Mentions of brands by what the estimate of reach and the author's rank rest on",
      "basis",
      "scale"),
  NEGATIVITY_TOTAL(
      Type.COUNTER,
      "mentions, weighed",
      KpiStream.PANES,
      "Sum of the probabilities that a mention is negative",
      "brand",
      "channel"),
  POSITIVITY_TOTAL(
      Type.COUNTER,
      "mentions, weighed",
      KpiStream.PANES,
      "Sum of the probabilities that a mention is positive",
      "brand",
      "channel"),
  REACH_PEOPLE_TOTAL(
      Type.COUNTER, "people", KpiStream.PANES, "Estimated people reached", "brand", "channel"),
  ENGAGEMENTS_TOTAL(
      Type.COUNTER,
      "reactions",
      KpiStream.PANES,
      "Likes, shares and replies that mentions had when they were read",
      "brand",
      "channel"),
  SHARES_TOTAL(
      Type.COUNTER,
      "reactions",
      KpiStream.PANES,
      "Shares that mentions had when they were read; engagements hold them too",
      "brand",
      "channel"),
  VIEWS_TOTAL(
      Type.COUNTER,
      "views",
      KpiStream.PANES,
      "Views that mentions had when they were read",
      "brand",
      "channel"),
  NEEDS_RESPONSE_TOTAL(
      Type.COUNTER,
      "mentions, weighed",
      KpiStream.PANES,
      "Sum of the probabilities that a mention needs a response",
      "brand",
      "channel"),
  MENTIONS_BY_KIND_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.PANES,
      "Mentions of each kind; one may be of several",
      "brand",
      "kind"),
  LOCATION_MENTIONS_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.PANES,
      "Mentions of a brand's locations; one that names two counts in both, small ones are 'other'",
      "brand",
      "location"),
  LOCATION_NEGATIVITY_TOTAL(
      Type.COUNTER,
      "mentions, weighed",
      KpiStream.PANES,
      "Sum of the probabilities that a mention of a location is negative",
      "brand",
      "location"),
  SIGNAL_OBSERVED(
      Type.GAUGE,
      "voices or negativity a window",
      KpiStream.LOOKS,
      "A brand's signal in the detector's shortest window; 0 while its watch sleeps",
      "brand",
      "signal"),
  SIGNAL_EXPECTED(
      Type.GAUGE,
      "voices or negativity a window",
      KpiStream.LOOKS,
      "What the brand's own past and the calendar give that window, at the last look",
      "brand",
      "signal"),
  SIGNAL_UPPER_BOUND(
      Type.GAUGE,
      "voices or negativity a window",
      KpiStream.LOOKS,
      "What the window must reach before the sudden look can fire, at the last look",
      "brand",
      "signal"),
  SPIKES_TOTAL(Type.COUNTER, "spikes", KpiStream.SPIKES, "Spikes raised", "brand", "signal"),
  INCIDENTS_TOTAL(Type.COUNTER, "incidents", KpiStream.INCIDENTS, "Incidents opened", "brand"),
  INCIDENT_CHANGES_TOTAL(
      Type.COUNTER,
      "changes",
      KpiStream.INCIDENTS,
      "Changes of incidents, by the severity that they left behind",
      "brand",
      "severity",
      "change"),
  INCIDENTS_OPEN(
      Type.GAUGE,
      "incidents",
      KpiStream.INCIDENTS,
      "Incidents that are not resolved, by severity and state",
      "brand",
      "severity",
      "state"),
  INCIDENT_SEVERITY(
      Type.GAUGE,
      "level",
      KpiStream.INCIDENTS,
      "Severity of the open incident: 0 none, 1 notice, 2 warning, 3 critical",
      "brand"),
  PAGES_TOTAL(Type.COUNTER, "pages", KpiStream.PAGES, "Pages decided", "brand", "action"),
  REDIRECTS_OPEN(
      Type.LEVEL, "valves", KpiStream.REDIRECTS, "Valves open from a queue to its backup", "brand"),
  REDIRECTED_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.QUEUES,
      "Mentions moved from a queue to a backup",
      "brand",
      "queue"),
  QUEUE_BACKLOG(
      Type.GAUGE,
      "mentions",
      KpiStream.QUEUES,
      "Unanswered mentions in a queue or pool, claimed by somebody or waiting",
      "brand",
      "queue",
      "held"),
  QUEUE_OLDEST_WAIT_SECONDS(
      Type.GAUGE,
      "seconds",
      KpiStream.QUEUES,
      "How long the mention waits that waits longest in a queue or pool, to the minute; 0 for none",
      "brand",
      "queue"),
  ASSIGNED_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.TICKETS,
      "Mentions put where somebody answers them; a move counts no second time",
      "brand",
      "department",
      "channel"),
  RESPONSE_SECONDS(
      KpiBuckets.RESPONSE,
      KpiStream.TICKETS,
      "How long authors waited for the answer; 4500 s are 75 minutes, 259200 s are 72 hours",
      "brand",
      "department",
      "channel"),
  LOCATION_RESPONSE_SECONDS(
      KpiBuckets.RESPONSE,
      KpiStream.TICKETS,
      "The same for mentions of a location, small ones are 'other'",
      "brand",
      "location"),
  UNANSWERED_72_HOURS_TOTAL(
      Type.COUNTER,
      "mentions",
      KpiStream.TICKETS,
      "Mentions that were not answered within 72 hours, answered later or not",
      "brand",
      "department",
      "channel"),
  TIME_TO_DETECT_SECONDS(
      KpiBuckets.ALARM,
      KpiStream.INCIDENTS,
      "Estimated onset to the incident, event time",
      "brand"),
  TIME_TO_PAGE_SECONDS(
      KpiBuckets.ALARM,
      KpiStream.PAGES,
      "Estimated onset to each page that calls somebody, event time",
      "brand"),
  TIME_TO_ACKNOWLEDGE_SECONDS(
      KpiBuckets.ALARM,
      KpiStream.INCIDENTS,
      "Opening of the incident to its acknowledgement, event time",
      "brand"),
  LATEST_TIME_TO_DETECT_SECONDS(
      Type.GAUGE, "seconds", KpiStream.INCIDENTS, "The latest of time to detect", "brand"),
  LATEST_TIME_TO_PAGE_SECONDS(
      Type.GAUGE, "seconds", KpiStream.PAGES, "The latest of time to page", "brand"),
  LATEST_TIME_TO_ACKNOWLEDGE_SECONDS(
      Type.GAUGE, "seconds", KpiStream.INCIDENTS, "The latest of time to acknowledge", "brand"),
  DRILL_MENTIONS_TOTAL(
      Type.COUNTER,
      "records",
      KpiStream.DRILLS,
      "Records that drills made up: counted here and in no other family"),
  DRILL_INCIDENTS_TOTAL(
      Type.COUNTER,
      "incidents",
      KpiStream.DRILLS,
      "Incidents of drills: counted here and in no other family",
      "brand");

  /** How a metric's changes combine, and what it is to Prometheus. */
  public enum Type {
    /** Only grows: changes are added. */
    COUNTER,
    /** The latest value stands. */
    GAUGE,
    /** Goes up and down: changes are added; a gauge to Prometheus. */
    LEVEL,
    /** Counts by upper bounds, a count and a sum, each a series that only grows. */
    HISTOGRAM;

    /** The value after a change. */
    public double combine(double value, double change) {
      return this == GAUGE ? change : value + change;
    }
  }

  private final Type type;
  private final String unit;
  private final KpiStream from;
  private final List<Double> buckets;
  private final String help;
  private final List<String> labels;

  KpiMetric(Type type, String unit, KpiStream from, String help, String... labels) {
    this(type, unit, from, List.of(), help, List.of(labels));
  }

  /** A histogram of seconds. */
  KpiMetric(List<Double> buckets, KpiStream from, String help, String... labels) {
    this(Type.HISTOGRAM, "seconds", from, buckets, help, List.of(labels));
  }

  KpiMetric(
      Type type,
      String unit,
      KpiStream from,
      List<Double> buckets,
      String help,
      List<String> labels) {
    this.type = type;
    this.unit = unit;
    this.from = from;
    this.buckets = buckets;
    this.help = help;
    this.labels = labels;
  }

  /** Prometheus name without prefix: {@code mentions_total}. */
  public String metricName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How its changes combine. */
  public Type type() {
    return type;
  }

  /** In what it is counted, for a person. */
  public String unit() {
    return unit;
  }

  /** From what it is counted. */
  public KpiStream from() {
    return from;
  }

  /** Upper bounds of a histogram, ascending; none of any other type. */
  public List<Double> buckets() {
    return buckets;
  }

  /** What it counts, for a person. */
  public String help() {
    return help;
  }

  /**
   * Label names in the order in which {@link KpiDelta#of} takes their values; the {@code le} of a
   * histogram's buckets is not among them.
   */
  public List<String> labels() {
    return labels;
  }
}
