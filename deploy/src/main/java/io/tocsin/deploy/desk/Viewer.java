package io.tocsin.deploy.desk;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * One open page. It has one message under way at most: while that is not through, it is told
 * nothing, and then everything anew. Used by one thread; only sending is done by others.
 */
final class Viewer {
  /** How to reach a page. */
  interface Line {
    /** Sends; comes back when the page's side took it, or is gone. */
    void send(String message);

    void close();
  }

  /** A page that takes nothing for so many turns is let go; it comes back by itself. */
  static final int MOST_TURNS_MISSED = 10;

  private final Line line;
  private final Executor senders;
  private final AtomicBoolean busy = new AtomicBoolean();
  private boolean inStep;
  private int missed;

  Viewer(Line line, Executor senders) {
    this.line = line;
    this.senders = senders;
  }

  /**
   * Tells it what is new.
   *
   * @param news what is new since the turn before
   * @param whole everything, for one that missed a turn
   * @return whether it is fast enough to stay
   */
  boolean tell(String news, Supplier<String> whole) {
    if (!busy.compareAndSet(false, true)) {
      inStep = false;
      missed++;
      return missed < MOST_TURNS_MISSED;
    }
    missed = 0;
    send(inStep ? news : whole.get());
    inStep = true;
    return true;
  }

  private void send(String message) {
    senders.execute(
        () -> {
          try {
            line.send(message);
          } finally {
            busy.set(false);
          }
        });
  }

  /** Ends it, without waiting for what is under way. */
  void close() {
    senders.execute(line::close);
  }
}
