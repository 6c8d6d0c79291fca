package io.tocsin.response;

import io.tocsin.incident.Incident;
import java.time.Duration;

/** Says why somebody is paged now. */
final class PagingReason {
  private PagingReason() {}

  /**
   * The reason.
   *
   * @param number which page to this contact since paging began, from 1
   */
  static String of(Incident incident, PagingLadder.Step step, int number) {
    PagingRule rule = step.rule();
    String cause =
        rule.afterMillis() == 0 && number == 1
            ? ResponsePlanner.word(incident.change()).replace('_', ' ')
            : "not acknowledged" + sinceWhen(rule, number);
    return cause
        + ": "
        + ResponsePlanner.word(incident.pagedSeverity())
        + " reaches "
        + who(step)
        + ", who "
        + does(rule.step())
        + " from "
        + ResponsePlanner.word(rule.from())
        + (step.heldBack() ? "; quiet hours held it back" : "");
  }

  private static String does(PlanStep step) {
    return switch (step) {
      case PAGE -> "is paged";
      case NOTIFY -> "is told";
      case PAUSE_PUBLISHING -> "pauses publishing";
    };
  }

  private static String sinceWhen(PagingRule rule, int number) {
    return number == 1
        ? " for " + minutes(rule.afterMillis())
        : ", page " + number + " of " + rule.times();
  }

  private static String who(PagingLadder.Step step) {
    String name = step.contact().name();
    String rota = step.rule().responder().name();
    if (step.standsIn()) {
      return name + ", the last resort, because nobody is on call in " + rota;
    }
    return step.rule().responder() instanceof OnCall ? name + " (on call in " + rota + ")" : name;
  }

  private static String minutes(long millis) {
    Duration wait = Duration.ofMillis(millis);
    return wait.toSecondsPart() == 0 && wait.toMillisPart() == 0
        ? wait.toMinutes() + " min"
        : wait.toSeconds() + " s";
  }
}
