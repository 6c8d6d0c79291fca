package io.tocsin.deploy.replay;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.spike.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Plans side by side, as a table for a terminal. */
final class Comparison {
  private static final int FALSE_PAGES_SHOWN = 10;
  private static final String NONE = "-";

  private final List<PlanResult> plans;
  private final List<Onset> onsets;

  /**
   * Of these plans, on the same mentions.
   *
   * @param onsets that are known; empty for none
   */
  Comparison(List<PlanResult> plans, List<Onset> onsets) {
    this.plans = plans;
    this.onsets = onsets;
  }

  /** The table, then every known onset, then the false pages. */
  List<String> lines() {
    List<List<String>> table = new ArrayList<>();
    table.add(row("", PlanResult::name));
    table.add(row("spikes", plan -> count(plan.summary().raised(null))));
    table.add(row("  of volume", plan -> count(plan.summary().raised(Signal.VOLUME))));
    table.add(row("  of negativity", plan -> count(plan.summary().raised(Signal.NEGATIVITY))));
    table.add(row("  of reach", plan -> count(plan.summary().raised(Signal.REACH))));
    table.add(row("  of silence", plan -> count(plan.summary().raised(Signal.SILENCE))));
    table.add(row("incidents", plan -> count(plan.summary().incidents(Severity.NOTICE))));
    table.add(row("  of them crises", plan -> count(plan.summary().incidents(Severity.WARNING))));
    table.add(row("pages", plan -> count(plan.summary().calls().size())));
    table.add(row("brands paged", plan -> count(plan.summary().brandsPaged())));
    table.add(row("first page", plan -> firstPage(plan.summary().calls())));
    table.add(row("redirects", plan -> count(plan.summary().opened())));
    table.add(row("feed gaps", plan -> count(plan.summary().gaps().size())));
    if (!onsets.isEmpty()) {
      table.add(row("onsets paged", plan -> paged(plan)));
      table.add(row("onsets missed", plan -> count(score(plan).missed().size())));
      table.add(row("false pages", plan -> count(score(plan).falsePages().size())));
      table.add(row("delay, median", plan -> median(score(plan).delays())));
      table.add(row("delay, longest", plan -> longest(score(plan).delays())));
    }
    List<String> lines = aligned(table);
    onsets.forEach(onset -> lines.add(told(onset)));
    plans.forEach(plan -> falsePages(plan, lines));
    return lines;
  }

  private List<String> row(String name, Function<PlanResult, String> cell) {
    return Stream.concat(Stream.of(name), plans.stream().map(cell)).toList();
  }

  private static List<String> aligned(List<List<String>> table) {
    List<String> lines = new ArrayList<>();
    int columns = table.get(0).size();
    int[] widths = new int[columns];
    table.forEach(
        row -> {
          for (int i = 0; i < columns; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    for (List<String> row : table) {
      StringBuilder line = new StringBuilder(String.format("%-" + widths[0] + "s", row.get(0)));
      for (int i = 1; i < columns; i++) {
        line.append("  ").append(String.format("%" + widths[i] + "s", row.get(i)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private String told(Onset onset) {
    StringBuilder line = new StringBuilder("onset " + onset.onset() + " " + onset.brand());
    line.append(onset.name().isEmpty() ? "" : " (" + onset.name() + ")");
    for (PlanResult plan : plans) {
      String verdict =
          score(plan).answered().stream()
              .filter(answer -> answer.onset().equals(onset))
              .map(answer -> "paged after " + span(answer.delay()))
              .findFirst()
              .orElse("MISSED");
      line.append("; ").append(plan.name()).append(": ").append(verdict);
    }
    return line.toString();
  }

  private void falsePages(PlanResult plan, List<String> lines) {
    List<Page> wrong = onsets.isEmpty() ? List.of() : score(plan).falsePages();
    wrong.stream()
        .limit(FALSE_PAGES_SHOWN)
        .forEach(
            page ->
                lines.add("false page of " + plan.name() + ": " + page.at() + " " + page.title()));
    if (wrong.size() > FALSE_PAGES_SHOWN) {
      lines.add("and " + (wrong.size() - FALSE_PAGES_SHOWN) + " more of " + plan.name());
    }
  }

  private static OnsetScore score(PlanResult plan) {
    OnsetScore score = plan.score();
    return score == null ? new OnsetScore(List.of(), List.of(), List.of()) : score;
  }

  private String paged(PlanResult plan) {
    return score(plan).answered().size() + " of " + onsets.size();
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String firstPage(List<Page> calls) {
    return calls.stream()
        .map(Page::at)
        .min(Comparator.naturalOrder())
        .map(Object::toString)
        .orElse(NONE);
  }

  private static String median(List<Duration> delays) {
    return delays.isEmpty() ? NONE : span(delays.get((delays.size() - 1) / 2));
  }

  private static String longest(List<Duration> delays) {
    return delays.isEmpty() ? NONE : span(delays.get(delays.size() - 1));
  }

  /** Hours, minutes and seconds: {@code 1:02:30}. */
  private static String span(Duration delay) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", delay.toHours(), delay.toMinutesPart(), delay.toSecondsPart());
  }
}
