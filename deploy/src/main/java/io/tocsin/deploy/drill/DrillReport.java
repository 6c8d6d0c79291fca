package io.tocsin.deploy.drill;

import io.tocsin.deploy.demo.Chronicle.Step;
import io.tocsin.response.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a drill measured, for a person. */
final class DrillReport {
  private DrillReport() {}

  static List<String> lines(DrillFacts facts, List<DrillAdvice> advice) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Since the drill's first mention (event time)");
    for (Step step : Step.values()) {
      Duration after = facts.times().get(step);
      lines.add(line(step.words(), after == null ? "not" : after.toSeconds() + " s"));
    }
    lines.add(line("pages", String.valueOf(facts.calls().size())));
    for (Page page : facts.calls()) {
      lines.add("    " + page.target().name() + ": " + page.decision());
    }
    lines.add(verdict(facts));
    if (!advice.isEmpty()) {
      lines.add("What the plan would have done better");
      advice.forEach(one -> lines.add("  - " + one.words()));
    }
    return lines;
  }

  private static String verdict(DrillFacts facts) {
    String asked = facts.scenario().isCrisis() ? "must be paged" : "must page nobody";
    return (facts.isPassed() ? "PASSED: " : "FAILED: ") + facts.scenario().word() + " " + asked;
  }

  private static String line(String what, String value) {
    return String.format(Locale.ROOT, "  %-36s %s", what, value);
  }
}
