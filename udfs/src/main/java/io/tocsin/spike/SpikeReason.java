package io.tocsin.spike;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why a window is a spike. */
final class SpikeReason {
  private SpikeReason() {}

  static String of(Signal signal, Judgement judgement, double usualShare) {
    String what = signal == Signal.VOLUME ? "distinct mentions" : "negative mentions (weighted)";
    return String.format(
        Locale.ROOT,
        "%.0f %s in %s where %s is usual (%s); %.0f %% negative, usually %.0f %%; %d texts by %d authors",
        judgement.observed(),
        what,
        span(judgement.windowMillis()),
        usual(judgement.expected()),
        rarity(judgement.decades()),
        100 * judgement.window().negativeShare(),
        100 * usualShare,
        judgement.window().distinctTexts(),
        judgement.window().distinctAuthors());
  }

  /** The same over an hour and a half. */
  static String ofLate(double observed, double expected) {
    return String.format(
        Locale.ROOT, "; %.0f in 90 min where %s is usual", observed, usual(expected));
  }

  /** The event of the calendar that is on; nothing where none is. */
  static String ofEvent(@Nullable DeclaredEvent event) {
    return event == null
        ? ""
        : String.format(
            Locale.ROOT,
            "; during %s, for which up to %.0f times as many are expected",
            event.name(),
            event.factor());
  }

  private static String usual(double expected) {
    return String.format(Locale.ROOT, expected < 10 ? "%.1f" : "%.0f", expected);
  }

  private static String rarity(double decades) {
    return String.format(Locale.ROOT, "chance: once in 10^%.1f windows", decades);
  }

  private static String span(long millis) {
    long seconds = millis / 1000;
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
