package io.tocsin.deploy.bench;

import java.io.Serializable;

/** Which of many watches are spoken of when: one mention after another, in order of time. */
interface WatchLoad extends Serializable {
  /** What it is called in a table. */
  String title();

  /** How many watches. */
  int watches();

  /** Mentions in all. */
  long mentions();

  /** Mentions that only make the watches known: measuring begins with the next. */
  long mentionsBefore();

  /** Which watch the mention of this number is of, from 0. */
  int watch(long mention);

  /** When it comes, epoch milliseconds. */
  long atMillis(long mention);

  /** When measuring begins. */
  default long fromMillis() {
    return atMillis(mentionsBefore());
  }

  /** When it ends: nothing comes from then on. */
  default long toMillis() {
    return atMillis(mentions());
  }
}
