package io.tocsin.response;

import io.tocsin.mention.Drill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks what is decided in a drill. The decisions themselves are those of a real crisis, rotas,
 * quiet hours and escalation included; only the pages go elsewhere, unless the drill is to reach
 * real people.
 */
final class DrillDecisions {
  private static final List<PageTarget> NOBODY_NAMED =
      List.of(PageTarget.of("drill-console", Transport.CONSOLE, null));
  private static final String EXERCISE =
      "DRILL: this is an exercise, and nothing has happened. Act as if it had.\n";

  private final List<PageTarget> receivers;

  /**
   * Sends pages there.
   *
   * @param receivers the plan's; the console where it names none
   */
  DrillDecisions(List<PageTarget> receivers) {
    this.receivers = receivers.isEmpty() ? NOBODY_NAMED : List.copyOf(receivers);
  }

  /**
   * The pages as they leave; as they are for null. Whoever heard of a drill first hears its end,
   * also where the plan names others meanwhile.
   */
  List<Page> of(List<Page> decided, @Nullable Drill drill, ResponseBook book) {
    if (drill == null) {
      return decided;
    }
    if (!decided.isEmpty() && book.drillReceivers.isEmpty()) {
      book.drillReceivers.addAll(receivers);
    }
    return decided.stream()
        .flatMap(page -> pages(page, drill, book.drillReceivers).stream())
        .toList();
  }

  private static List<Page> pages(Page page, Drill drill, List<PageTarget> heard) {
    return drill.toRealPeople()
        ? List.of(marked(page, page.target(), page.dedupKey(), "", drill))
        : heard.stream().map(receiver -> readdressed(page, receiver, drill)).toList();
  }

  private static Page readdressed(Page page, PageTarget receiver, Drill drill) {
    String meant = "It would have paged " + page.target().name() + ".\n";
    return marked(page, receiver, page.dedupKey() + "/" + receiver.name(), meant, drill);
  }

  private static Page marked(
      Page page, PageTarget target, String dedupKey, String meant, Drill drill) {
    return new Page(
        dedupKey,
        page.action(),
        target,
        page.incidentId(),
        page.brand(),
        page.severity(),
        page.at(),
        page.since(),
        "DRILL: " + page.title(),
        EXERCISE + meant + page.body(),
        page.examples(),
        page.planVersion(),
        "DRILL: " + page.decision(),
        drill,
        page.grounds());
  }
}
