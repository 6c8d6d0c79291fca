package io.tocsin.deploy.desk;

import io.tocsin.feed.FeedReport;
import io.tocsin.response.Redirect;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is new among the happenings that a page shows. What did not change is null.
 *
 * @param order ids of the open incidents that are shown, worst first
 * @param incidents those of them that are new or changed
 */
record HappeningsNews(
    @Nullable List<String> order,
    List<IncidentCard> incidents,
    @Nullable List<IncidentCard> resolved,
    @Nullable List<PageLine> pages,
    @Nullable List<Redirect> redirects,
    @Nullable List<Redirect> closedRedirects,
    @Nullable List<FeedReport> standstills,
    @Nullable PlanStanding plan) {
  /**
   * What one does not know.
   *
   * @param told what is known; null for nothing
   * @return null where nothing is new
   */
  static @Nullable HappeningsNews since(@Nullable Happenings told, Happenings now) {
    if (told == null) {
      return whole(now);
    }
    return told.equals(now) ? null : changes(told, now);
  }

  private static HappeningsNews whole(Happenings now) {
    return new HappeningsNews(
        ids(now),
        now.incidents(),
        now.resolved(),
        now.pages(),
        now.redirects(),
        now.closedRedirects(),
        now.standstills(),
        now.plan());
  }

  private static HappeningsNews changes(Happenings told, Happenings now) {
    Set<IncidentCard> known = Set.copyOf(told.incidents());
    return new HappeningsNews(
        changed(ids(told), ids(now)),
        now.incidents().stream().filter(card -> !known.contains(card)).toList(),
        changed(told.resolved(), now.resolved()),
        changed(told.pages(), now.pages()),
        changed(told.redirects(), now.redirects()),
        changed(told.closedRedirects(), now.closedRedirects()),
        changed(told.standstills(), now.standstills()),
        changed(told.plan(), now.plan()));
  }

  private static List<String> ids(Happenings happenings) {
    return happenings.incidents().stream().map(card -> card.incident().id()).toList();
  }

  private static <T> @Nullable T changed(T told, T now) {
    return Objects.equals(told, now) ? null : now;
  }
}
