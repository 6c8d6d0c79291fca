package io.tocsin.response.storm;

import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.PageReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets a target be paged about a few incidents one by one, and about the many of a storm in one
 * page that lists them, the worst first. All-clears pass, each by itself; when the last incident of
 * such a page is over, the page is told to be over too. A page that is gathered ends in a receipt
 * that names the page that tells of it, so that every dedup key can be followed.
 */
final class StormGatherer {
  private final StormPolicy policy;

  StormGatherer(StormPolicy policy) {
    this.policy = policy;
  }

  /**
   * What leaves now.
   *
   * @param pages in order
   * @param gathered receipts of pages that are told in one of those
   */
  record Leaving(List<Page> pages, List<PageReceipt> gathered) {}

  /**
   * Takes a page.
   *
   * @param now by the clock on the wall
   */
  Leaving take(StormBook book, Page page, Instant now) {
    book.forget(now.toEpochMilli() - policy.withinMillis());
    if (page.action() == PageAction.RESOLVE) {
      return allClear(book, page, now);
    }
    if (page.action() == PageAction.INFORM) {
      // A storm's page calls, and whoever is only told is not to be woken.
      return new Leaving(List.of(page), List.of());
    }
    if (book.waiting.isEmpty() && book.others(page) < policy.most()) {
      return alone(book, page, now);
    }
    book.waiting.add(page);
    book.dueMillis = Math.min(book.dueMillis, now.toEpochMilli() + policy.gatherMillis());
    return new Leaving(List.of(), List.of());
  }

  /** Tells what waits, in one page if it is more than one. */
  Leaving tell(StormBook book, Instant now) {
    List<Page> waiting = List.copyOf(book.waiting);
    book.waiting.clear();
    book.dueMillis = Long.MAX_VALUE;
    if (waiting.size() <= 1) {
      return waiting.isEmpty()
          ? new Leaving(List.of(), List.of())
          : alone(book, waiting.get(0), now);
    }
    Page storm = StormPage.of(waiting);
    List<String> incidents = waiting.stream().map(Page::incidentId).distinct().toList();
    incidents.forEach(id -> book.told.add(new StormBook.Told(id, now.toEpochMilli())));
    StormBook.OpenStorm open = new StormBook.OpenStorm();
    open.page = storm;
    open.incidents = new ArrayList<>(incidents);
    book.storms.add(open);
    return new Leaving(
        List.of(storm), waiting.stream().map(page -> receipt(page, storm, now)).toList());
  }

  private static Leaving alone(StormBook book, Page page, Instant now) {
    book.told.add(new StormBook.Told(page.incidentId(), now.toEpochMilli()));
    return new Leaving(List.of(page), List.of());
  }

  /** An alarm that waits leaves before its all-clear, which would be of nothing otherwise. */
  private Leaving allClear(StormBook book, Page page, Instant now) {
    boolean waits =
        book.waiting.stream().anyMatch(one -> one.incidentId().equals(page.incidentId()));
    Leaving before = waits ? tell(book, now) : new Leaving(List.of(), List.of());
    List<Page> pages = new ArrayList<>(before.pages());
    pages.add(page);
    for (StormBook.OpenStorm storm : List.copyOf(book.storms)) {
      Page over = withoutIncident(book, storm, page);
      if (over != null) {
        pages.add(over);
      }
    }
    return new Leaving(pages, before.gathered());
  }

  private static @Nullable Page withoutIncident(
      StormBook book, StormBook.OpenStorm storm, Page allClear) {
    storm.incidents.remove(allClear.incidentId());
    if (!storm.incidents.isEmpty()) {
      return null;
    }
    book.storms.remove(storm);
    return StormPage.over(Objects.requireNonNull(storm.page), allClear);
  }

  private static PageReceipt receipt(Page page, Page storm, Instant now) {
    return new PageReceipt(
        page.dedupKey(),
        page.action(),
        page.incidentId(),
        page.brand(),
        page.target().name(),
        PageOutcome.GATHERED,
        0,
        "told with others in the page " + storm.dedupKey(),
        page.at(),
        now);
  }
}
