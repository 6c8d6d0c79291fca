package io.tocsin.deploy.firehose;

import java.util.concurrent.atomic.LongAdder;

/**
 * Records by kind, so that a reader's counts can be held against the sender's.
 *
 * @param mentions valid and new
 * @param redeliveries valid and seen before
 * @param malformed not valid
 */
public record RecordCounts(long mentions, long redeliveries, long malformed) {
  /** All of them. */
  public long total() {
    return mentions + redeliveries + malformed;
  }

  /** Counts up; safe to share between threads. */
  static final class Counter {
    private final LongAdder mentions = new LongAdder();
    private final LongAdder redeliveries = new LongAdder();
    private final LongAdder malformed = new LongAdder();

    void add(RecordKind kind) {
      switch (kind) {
        case MENTION -> mentions.increment();
        case REDELIVERY -> redeliveries.increment();
        case MALFORMED -> malformed.increment();
      }
    }

    RecordCounts counts() {
      return new RecordCounts(mentions.sum(), redeliveries.sum(), malformed.sum());
    }
  }
}
