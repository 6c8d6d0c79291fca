package io.tocsin.deploy.picture;

import io.tocsin.response.Page;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one plan made of the mentions.
 *
 * @param plan names the plan
 * @param spans the spikes of whole brands, in the order of their starts
 * @param pages calls for help, in the order of time
 */
public record PlanLane(String plan, List<SpikeSpan> spans, List<Page> pages) {
  /**
   * Of the records of a replay.
   *
   * @param spikes every phase of every spike
   * @param endMillis when a spike that was never told to have ended is cut off, epoch milliseconds
   */
  public static PlanLane of(String plan, List<Spike> spikes, List<Page> pages, long endMillis) {
    Map<String, List<Spike>> byId = new TreeMap<>();
    for (Spike spike : spikes) {
      if (spike.watch().dimension() == Dimension.BRAND) {
        byId.computeIfAbsent(spike.id(), id -> new ArrayList<>()).add(spike);
      }
    }
    List<SpikeSpan> spans =
        byId.values().stream()
            .map(phases -> span(phases, endMillis))
            .sorted(Comparator.comparingLong(SpikeSpan::fromMillis).thenComparing(SpikeSpan::brand))
            .toList();
    return new PlanLane(plan, spans, List.copyOf(pages));
  }

  private static SpikeSpan span(List<Spike> phases, long endMillis) {
    Spike first = phases.get(0);
    Spike last = phases.get(phases.size() - 1);
    boolean ended = last.phase() == SpikePhase.ENDED;
    return new SpikeSpan(
        first.watch().brand(),
        first.signal(),
        first.at().toEpochMilli(),
        ended ? last.at().toEpochMilli() : endMillis);
  }

  List<SpikeSpan> spansOf(String brand) {
    return spans.stream().filter(span -> span.brand().equals(brand)).toList();
  }

  List<Page> pagesOf(String brand) {
    return pages.stream().filter(page -> page.brand().equals(brand)).toList();
  }
}
