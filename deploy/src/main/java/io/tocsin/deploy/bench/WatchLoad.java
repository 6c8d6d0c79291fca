package io.tocsin.deploy.bench;

import java.io.Serializable;

/**
 * How often watches are spoken of.
 *
 * @param title in a table
 * @param watches how many
 * @param periodMillis how long in event time until each is spoken of again
 * @param rounds how often each is spoken of
 */
record WatchLoad(String title, int watches, long periodMillis, int rounds) implements Serializable {
  /** Panes in all, one mention each. */
  long panes() {
    return (long) watches * rounds;
  }

  /** Which watch the pane of this number is of. */
  int watch(long pane) {
    return (int) (pane % watches);
  }

  /** The event time of the pane of this number: the watches of a round are spread over it. */
  long atMillis(long pane) {
    long round = pane / watches;
    return round * periodMillis + pane % watches * periodMillis / watches;
  }
}
