package io.tocsin.deploy.desk;

import io.tocsin.feed.FeedReport;
import io.tocsin.response.Redirect;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What people have to know of, as the page shows it.
 *
 * @param incidents that are going on, worst first
 * @param resolved the latest that are over, newest first
 * @param pages the latest, newest first
 * @param redirects valves that are open, newest first
 * @param closedRedirects the latest valves that were closed again, newest first
 * @param standstills feeds that stand still in event time, the latest first
 * @param plan which crisis plan is in force
 */
record Happenings(
    List<IncidentCard> incidents,
    List<IncidentCard> resolved,
    List<PageLine> pages,
    List<Redirect> redirects,
    List<Redirect> closedRedirects,
    List<FeedReport> standstills,
    PlanStanding plan) {
  static final Happenings NONE =
      new Happenings(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), PlanStanding.UNKNOWN);

  /** Incidents in full that one page shows. */
  static final int MOST_INCIDENTS = 20;

  /** Lines of anything else that one page shows. */
  static final int MOST_LINES = 50;

  /** What a page of this view shows, as far as it fits. */
  Happenings seenIn(DeskView view) {
    return new Happenings(
        some(incidents, MOST_INCIDENTS, card -> view.shows(card.incident().brand())),
        some(resolved, MOST_INCIDENTS, card -> view.shows(card.incident().brand())),
        some(pages, MOST_LINES, page -> view.shows(page.brand())),
        some(redirects, MOST_LINES, redirect -> view.shows(redirect.brand())),
        some(closedRedirects, MOST_LINES, redirect -> view.shows(redirect.brand())),
        standstills,
        plan);
  }

  private static <T> List<T> some(List<T> all, int most, Predicate<T> shown) {
    return all.stream().filter(shown).limit(most).toList();
  }

  /** The incident of this id that is going on; null if there is none. */
  @Nullable IncidentCard open(String incidentId) {
    return find(incidents, incidentId);
  }

  /** Whether the incident of this id was among the latest to end. */
  boolean isResolved(String incidentId) {
    return find(resolved, incidentId) != null;
  }

  private static @Nullable IncidentCard find(List<IncidentCard> cards, String incidentId) {
    return cards.stream()
        .filter(card -> card.incident().id().equals(incidentId))
        .findFirst()
        .orElse(null);
  }
}
