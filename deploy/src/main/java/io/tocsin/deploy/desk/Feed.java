package io.tocsin.deploy.desk;

import java.time.Instant;

/**
 * How reading from Kafka goes.
 *
 * @param state whether what the board holds can be trusted
 * @param detail why, for a person
 * @param since when it became so
 * @param firehose whether anything comes in to be read
 */
record Feed(State state, String detail, Instant since, Firehose firehose) {
  /** Before the firehose was looked at. */
  Feed(State state, String detail, Instant since) {
    this(state, detail, since, Firehose.UNKNOWN);
  }

  /** How reading goes. */
  enum State {
    /** The topics are not read to their end yet. */
    CATCHING_UP,
    /** What is written is read within moments. */
    LIVE,
    /** The broker does not answer; reading goes on when it does. */
    BROKER_AWAY,
    /** Reading ended for good. */
    DEAD
  }

  /** The word of {@code /healthz}. */
  boolean isUp() {
    return state == State.LIVE;
  }

  /** The same state keeps the time at which it began. */
  Feed become(State next, String why, Instant now) {
    return new Feed(next, why, next == state ? since : now, firehose);
  }

  /** The same with what was seen of the firehose. */
  Feed with(Firehose seen) {
    return new Feed(state, detail, since, seen);
  }
}
