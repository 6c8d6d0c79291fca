package io.tocsin.jobs.topology;

import java.util.Locale;

/**
 * Every operator's permanent name in savepoints, in the order of the flow. Renaming one loses its
 * state.
 */
public enum OperatorId {
  PAGES_SOURCE,
  DROP_REPEATED_PAGES,
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
