package io.tocsin.response.storm;

import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One page that tells of several incidents. */
public final class StormPage {
  private static final String MARK = "storm/";

  private static final int MOST_LISTED = 20;

  private static final Comparator<Page> WORST_FIRST =
      Comparator.comparing(Page::severity)
          .reversed()
          .thenComparing(Page::at)
          .thenComparing(Page::dedupKey);

  private StormPage() {}

  /** Whether the page tells of several incidents, so that there is no one to acknowledge. */
  public static boolean isOne(Page page) {
    return page.incidentId().startsWith(MARK);
  }

  /**
   * The page that tells of these, at least two, all to one target. It is an alarm of its own, with
   * the words, posts and brand of the worst.
   */
  static Page of(List<Page> pages) {
    List<Page> worstFirst = pages.stream().sorted(WORST_FIRST).toList();
    Page worst = worstFirst.get(0);
    String id = MARK + worst.dedupKey();
    long incidents = pages.stream().map(Page::incidentId).distinct().count();
    return new Page(
        id,
        PageAction.TRIGGER,
        worst.target(),
        id,
        worst.brand(),
        worst.severity(),
        latest(pages),
        earliest(pages),
        mark(worst) + incidents + " incidents at once, the worst: " + worst.title(),
        list(worstFirst) + "\nThe worst:\n" + worst.body(),
        worst.examples(),
        worst.planVersion(),
        "storm: " + pages.size() + " pages to " + worst.target().name() + " are told in one",
        worst.drill(),
        worst.grounds());
  }

  /** A drill is the first thing that is read. */
  private static String mark(Page page) {
    return page.drill() == null ? "" : "DRILL: ";
  }

  /** The page is over, because the last of its incidents is. */
  static Page over(Page storm, Page last) {
    return new Page(
        storm.dedupKey() + "/resolve",
        PageAction.RESOLVE,
        storm.target(),
        storm.incidentId(),
        storm.brand(),
        storm.severity(),
        last.at(),
        storm.since(),
        mark(storm) + "over: " + storm.title(),
        "All incidents of this page are over, the last of them: " + last.title(),
        last.examples(),
        last.planVersion(),
        "resolved: all that the page told of is over",
        storm.drill(),
        null);
  }

  private static String list(List<Page> worstFirst) {
    String lines =
        worstFirst.stream()
            .limit(MOST_LISTED)
            .map(page -> "- " + page.title() + " [" + page.dedupKey() + "]\n")
            .collect(Collectors.joining());
    int more = worstFirst.size() - MOST_LISTED;
    return more > 0 ? lines + "- and " + more + " more, on the live page\n" : lines;
  }

  private static Instant latest(List<Page> pages) {
    return pages.stream().map(Page::at).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Instant earliest(List<Page> pages) {
    return pages.stream().map(Page::since).min(Comparator.naturalOrder()).orElseThrow();
  }
}
