package io.tocsin.response.overflow;

import io.tocsin.response.RedirectReason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a valve was turned, in a sentence. */
final class OverflowText {
  private OverflowText() {}

  static String of(
      RedirectReason reason, OverflowBook book, @Nullable OverflowRule rule, Valve valve) {
    return (book.drill == null ? "" : "DRILL, nothing is moved: ") + why(reason, book, rule, valve);
  }

  private static String why(
      RedirectReason reason, OverflowBook book, @Nullable OverflowRule rule, Valve valve) {
    return switch (reason) {
      case SEVERITY -> bySeverity(book, rule) + granted(valve);
      case BACKLOG -> waiting(book, rule, valve) + granted(valve);
      case TIER_FULL ->
          "the backups before "
              + valve.toQueue
              + " are full; "
              + waiting(book, rule, valve)
              + granted(valve);
      case WIDENED -> valve.toQueue + " has room for more" + granted(valve);
      case CALM -> valve.fromQueue + " has had no more than its own for a while" + toReturn(valve);
      case PLAN_CHANGED ->
          "the plan no longer lets "
              + valve.fromQueue
              + " overflow to "
              + valve.toQueue
              + toReturn(valve);
      case RESOLVED -> "resolved: the queue takes its own again" + toReturn(valve);
      case RETURNED ->
          "all "
              + valve.moved
              + " that were moved are answered, handed on, or back ("
              + valve.movedBack
              + ")";
    };
  }

  private static String bySeverity(OverflowBook book, @Nullable OverflowRule rule) {
    return word(book.severity)
        + " opens the overflow, as from "
        + word(rule == null ? null : rule.from());
  }

  private static String waiting(OverflowBook book, @Nullable OverflowRule rule, Valve valve) {
    long waiting = book.open(valve.fromQueue);
    Long capacity = rule == null ? null : rule.capacity();
    return waiting
        + " wait in "
        + valve.fromQueue
        + (capacity == null ? "" : ", which can take " + capacity);
  }

  private static String granted(Valve valve) {
    return valve.quota == null ? "" : ": at most " + valve.quota + " to " + valve.toQueue;
  }

  private static String toReturn(Valve valve) {
    return valve.outstanding == 0
        ? ""
        : "; "
            + valve.outstanding
            + " of "
            + valve.moved
            + " moved are still open: to be finished or moved back";
  }

  private static String word(@Nullable Enum<?> value) {
    return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
  }
}
