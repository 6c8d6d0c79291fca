package io.tocsin.jobs.topology;

import java.util.Locale;

/**
 * Every operator's permanent name in savepoints, in the order of the flow. Renaming one loses its
 * state.
 */
public enum OperatorId {
  PLANS_SOURCE,
  CHECK_PLANS,
  PLAN_REPORTS_SINK,
  MENTIONS_SOURCE,
  COUNT_READ,
  SPLIT_PARSED,
  DEAD_LETTERS_SINK,
  COUNT_REJECTED,
  SUM_PULSES,
  WATCH_FEED,
  TELL_FEED,
  AWAIT_FEED,
  FEED_SINK,
  COUNT_FEED_GAPS,
  MATCH_BRANDS,
  COUNT_UNMATCHED,
  DROP_REPEATS,
  COUNT_REPEATED,
  COUNT_ACCEPTED,
  SCORE_MENTIONS,
  COUNT_SCORED,
  SCORED_MENTIONS_SINK,
  DROP_LATE,
  COUNT_LATE,
  SUM_PANES,
  SUM_LATE,
  DETECT_SPIKES,
  SPIKES_SINK,
  ACKS_SOURCE,
  TELL_SPIKES,
  TELL_ACKS,
  TRACK_INCIDENTS,
  TELL_TRACKED,
  LINK_INCIDENTS,
  ACK_RECEIPTS_SINK,
  INCIDENTS_SINK,
  RESPOND,
  PAGES_SINK,
  TELL_INCIDENTS,
  ASSIGNMENTS_SOURCE,
  TAKE_ASSIGNMENTS,
  RESPONSES_SOURCE,
  TAKE_RESPONSES,
  BALANCE_QUEUES,
  REDIRECTS_SINK,
  COUNT_PANES,
  COUNT_PLACES,
  COUNT_LOOKS,
  COUNT_SPIKES,
  COUNT_INCIDENTS,
  COUNT_PAGES,
  COUNT_REDIRECTS,
  COUNT_QUEUES,
  COUNT_TICKETS,
  COUNT_TICKET_PLACES,
  NAME_PLACES,
  COUNT_KPIS,
  KPIS_SINK,
  PAGES_SOURCE,
  DROP_REPEATED_PAGES,
  GATHER_STORMS,
  DELIVER_PAGES,
  PAGE_RECEIPTS_SINK;

  /** The uid in savepoints: {@code detect-spikes}. */
  public String uid() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name people see in the web UI: {@code Detect spikes}. */
  public String title() {
    String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
