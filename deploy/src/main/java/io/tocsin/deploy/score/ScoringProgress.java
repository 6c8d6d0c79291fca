package io.tocsin.deploy.score;

import java.io.PrintWriter;
import java.util.Locale;

/** Counts what is scored, and tells a person now and then where it takes long. */
final class ScoringProgress {
  private static final long TELL_EVERY_NANOS = 5_000_000_000L;
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintWriter terminal;
  private final long startNanos = System.nanoTime();
  private long toldNanos = startNanos;
  private long lines;
  private long unscored;

  /** Begins now. */
  ScoringProgress(PrintWriter terminal) {
    this.terminal = terminal;
  }

  /** Adds a chunk that is done. */
  void add(ScoredChunk chunk) {
    lines += chunk.lines();
    unscored += chunk.unscored();
    long now = System.nanoTime();
    if (now - toldNanos > TELL_EVERY_NANOS) {
      toldNanos = now;
      terminal.println(summary());
      terminal.flush();
    }
  }

  /** What was done so far, in one line. */
  String summary() {
    double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    return String.format(
        Locale.ROOT,
        "%,d texts in %.1f s, %,.0f a second, %,d unscored",
        lines,
        seconds,
        lines / seconds,
        unscored);
  }
}
