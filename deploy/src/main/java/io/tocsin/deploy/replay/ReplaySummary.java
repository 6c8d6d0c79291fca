package io.tocsin.deploy.replay;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiMetric;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a crisis plan would have done on the mentions that were replayed.
 *
 * @param kpis the last value of each series
 * @param feed when the firehose or a channel of it stood still, in order of time
 * @param spikes every phase of every spike
 * @param incidents every change of every incident
 * @param pages in order of time
 * @param redirects in order of time
 */
record ReplaySummary(
    Map<String, Kpi> kpis,
    List<FeedReport> feed,
    List<Spike> spikes,
    List<Incident> incidents,
    List<Page> pages,
    List<Redirect> redirects) {
  private static final int BRANDS_SHOWN = 20;
  private static final int GAPS_SHOWN = 10;

  /** Of what is real: a drill in the file is written out, and not summed up. */
  static ReplaySummary of(
      List<Kpi> kpis,
      List<FeedReport> feed,
      List<Spike> spikes,
      List<Incident> incidents,
      List<Page> pages,
      List<Redirect> redirects) {
    Map<String, Kpi> last = new HashMap<>();
    kpis.forEach(kpi -> last.put(kpi.series(), kpi));
    return new ReplaySummary(
        last,
        feed,
        spikes.stream().filter(spike -> spike.watch().drill() == null).toList(),
        incidents.stream().filter(incident -> incident.drill() == null).toList(),
        pages.stream().filter(page -> page.drill() == null).toList(),
        redirects.stream().filter(redirect -> redirect.drill() == null).toList());
  }

  /** Whether every record that was read was accepted, rejected or a repeat. */
  boolean balances() {
    return total(KpiMetric.MENTIONS_READ_TOTAL)
        == total(KpiMetric.MENTIONS_ACCEPTED_TOTAL)
            + total(KpiMetric.MENTIONS_REJECTED_TOTAL)
            + total(KpiMetric.MENTIONS_REPEATED_TOTAL);
  }

  /** The sum over all series of a metric. */
  long total(KpiMetric metric) {
    return Kpi.total(metric, kpis.values());
  }

  /** Pages that call somebody. */
  List<Page> calls() {
    return pages.stream().filter(page -> page.action() == PageAction.TRIGGER).toList();
  }

  /** The summary for a person, line by line. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            "%,d accepted + %,d rejected + %,d repeated %s %,d read",
            total(KpiMetric.MENTIONS_ACCEPTED_TOTAL),
            total(KpiMetric.MENTIONS_REJECTED_TOTAL),
            total(KpiMetric.MENTIONS_REPEATED_TOTAL),
            balances() ? "=" : "IS NOT",
            total(KpiMetric.MENTIONS_READ_TOTAL)));
    lines.add(
        text(
            "of the accepted, %,d concern no brand of the plan and %,d came too late for their"
                + " window",
            total(KpiMetric.MENTIONS_UNMATCHED_TOTAL), total(KpiMetric.MENTIONS_LATE_TOTAL)));
    lines.add(
        text(
            "%,d spikes (%,d of volume, %,d of negativity, %,d of reach, %,d of silence), %,d"
                + " incidents (%,d of them crises)",
            raised(null),
            raised(Signal.VOLUME),
            raised(Signal.NEGATIVITY),
            raised(Signal.REACH),
            raised(Signal.SILENCE),
            incidents(Severity.NOTICE),
            incidents(Severity.WARNING)));
    feedGaps(lines);
    lines.add(text("%,d pages, %,d redirects", calls().size(), opened()));
    firstPage(lines);
    brands(lines);
    return lines;
  }

  /** What nobody can have seen: a gap of the collection looks like calm. */
  private void feedGaps(List<String> lines) {
    List<FeedReport> gaps = gaps();
    if (gaps.isEmpty()) {
      lines.add("the feed never stood still");
      return;
    }
    lines.add(text("the feed, or a channel of it, stood still %,d times", gaps.size()));
    gaps.stream().limit(GAPS_SHOWN).forEach(gap -> lines.add("  " + told(gap)));
    if (gaps.size() > GAPS_SHOWN) {
      lines.add(
          text(
              "  and %,d times more: %s lists them",
              gaps.size() - GAPS_SHOWN, Topic.FEED.fileName()));
    }
  }

  private String told(FeedReport gap) {
    String who = gap.channel() == null ? "all channels" : "channel " + gap.channel();
    String end =
        feed.stream()
            .filter(later -> later.id().equals(gap.id()))
            .filter(later -> later.phase() == FeedPhase.RUNNING_AGAIN)
            .map(later -> "to " + later.at())
            .findFirst()
            .orElse("to the end");
    return who + " from " + gap.since() + " " + end;
  }

  private void firstPage(List<String> lines) {
    if (calls().isEmpty()) {
      lines.add("nobody would have been paged");
      return;
    }
    Page first = calls().get(0);
    lines.add(
        "first page at " + first.at() + " to " + first.target().name() + ": " + first.title());
    first.body().lines().forEach(line -> lines.add("  " + line));
  }

  private void brands(List<String> lines) {
    Map<String, List<Page>> byBrand = new TreeMap<>();
    calls()
        .forEach(page -> byBrand.computeIfAbsent(page.brand(), key -> new ArrayList<>()).add(page));
    byBrand.entrySet().stream()
        .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
        .limit(BRANDS_SHOWN)
        .forEach(
            entry ->
                lines.add(
                    text(
                        "  %-20s %4d pages, first at %s",
                        entry.getKey(), entry.getValue().size(), entry.getValue().get(0).at())));
  }

  /** Standstills of the feed or of a channel of it, as they were told. */
  List<FeedReport> gaps() {
    return feed.stream().filter(report -> report.phase() == FeedPhase.STANDING_STILL).toList();
  }

  /** Valves that were opened. */
  long opened() {
    return redirects.stream().filter(redirect -> redirect.state() == ValveState.OPEN).count();
  }

  /** Brands that somebody was paged about. */
  long brandsPaged() {
    return calls().stream().map(Page::brand).distinct().count();
  }

  /** Spikes that were raised, by this signal; null for all. */
  long raised(@Nullable Signal signal) {
    return spikes.stream()
        .filter(spike -> spike.phase() == SpikePhase.RAISED)
        .filter(spike -> signal == null || spike.signal() == signal)
        .count();
  }

  /** Incidents that were resolved and were at least so bad at their worst. */
  long incidents(Severity from) {
    Set<String> resolved =
        incidents.stream()
            .filter(incident -> incident.state() == IncidentState.RESOLVED)
            .map(Incident::id)
            .collect(Collectors.toSet());
    return incidents.stream()
        .filter(incident -> incident.severity().compareTo(from) >= 0)
        .map(Incident::id)
        .filter(resolved::contains)
        .distinct()
        .count();
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
