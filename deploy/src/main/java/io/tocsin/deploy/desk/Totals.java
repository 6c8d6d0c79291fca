package io.tocsin.deploy.desk;

import io.tocsin.response.PageOutcome;
import java.util.List;
import java.util.Set;

/**
 * Counts over everything, whatever a page shows of it.
 *
 * @param brands that are known
 * @param matching of these, those that a page asked for
 * @param mentionsPerSecond of all brands
 * @param open incidents that are going on
 * @param shown of these, those that the page is told of
 * @param unattended of the open ones, those that nobody took
 * @param undelivered of the latest pages, those that did not come through
 * @param drills brands with a drill that is going on, some at most
 */
record Totals(
    int brands,
    int matching,
    double mentionsPerSecond,
    int open,
    int shown,
    int unattended,
    int undelivered,
    List<String> drills) {
  private static final int MOST_DRILLS = 5;
  private static final Set<PageOutcome> FAILED = Set.of(PageOutcome.REFUSED, PageOutcome.EXHAUSTED);

  static Totals of(BoardSnapshot board, int matching, int shown) {
    List<IncidentCard> open = board.happenings().incidents();
    double rate = board.heats().stream().mapToDouble(BrandHeat::mentionsPerSecond).sum();
    return new Totals(
        board.heats().size(),
        matching,
        Math.round(rate * 1000) / 1000.0,
        open.size(),
        shown,
        Math.toIntExact(open.stream().filter(card -> card.takenBy() == null).count()),
        Math.toIntExact(board.happenings().pages().stream().filter(Totals::failed).count()),
        drills(open));
  }

  private static boolean failed(PageLine page) {
    return page.delivery() != null && FAILED.contains(page.delivery().outcome());
  }

  private static List<String> drills(List<IncidentCard> open) {
    return open.stream()
        .map(IncidentCard::incident)
        .filter(incident -> incident.drill() != null)
        .map(incident -> incident.brand())
        .distinct()
        .limit(MOST_DRILLS)
        .toList();
  }
}
