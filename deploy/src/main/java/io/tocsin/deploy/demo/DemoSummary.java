package io.tocsin.deploy.demo;

import io.tocsin.kpi.KpiMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the demo measured, for a person. */
final class DemoSummary {
  private DemoSummary() {}

  static List<String> lines(Chronicle chronicle, Ledger ledger, long sent) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("@|bold Since the outage's first mention|@ (event time)");
    for (Chronicle.Step step : Chronicle.Step.values()) {
      Duration after = chronicle.timeTo(step);
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-36s %s",
              step.words(),
              after == null ? "not yet" : after.toSeconds() + " s"));
    }
    lines.add(String.format(Locale.ROOT, "  %-36s %d", "pages for the outage", chronicle.pages()));
    lines.add(
        String.format(
            Locale.ROOT,
            "  %-36s %s",
            "pages about anything else",
            chronicle.pagedForNothing().isEmpty() ? "none" : chronicle.pagedForNothing()));
    lines.add(
        String.format(
            Locale.ROOT,
            "  %,d records sent; of %,d read so far: %,d accepted + %,d rejected + %,d repeated",
            sent,
            ledger.total(KpiMetric.MENTIONS_READ_TOTAL),
            ledger.total(KpiMetric.MENTIONS_ACCEPTED_TOTAL),
            ledger.total(KpiMetric.MENTIONS_REJECTED_TOTAL),
            ledger.total(KpiMetric.MENTIONS_REPEATED_TOTAL)));
    return lines;
  }
}
