package io.tocsin.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.mention.Drill;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrillDecisionsTest {
  private static final Drill DRILL = new Drill("drill-1", false, Instant.EPOCH);
  private static final PageTarget DESK = target("drill-desk");
  private static final PageTarget NEW_DESK = target("new-drill-desk");

  private final ResponseBook book = new ResponseBook();

  @Test
  void tellsTheEndToWhomHeardTheBeginThoughANewPlanNamesOthers() {
    List<Page> begin =
        new DrillDecisions(List.of(DESK)).of(List.of(page(PageAction.TRIGGER)), DRILL, book);
    List<Page> end =
        new DrillDecisions(List.of(NEW_DESK)).of(List.of(page(PageAction.RESOLVE)), DRILL, book);

    assertThat(begin).extracting(Page::target).containsExactly(DESK);
    assertThat(end).extracting(Page::target).containsExactly(DESK);
  }

  @Test
  void doesNotBindAPlanUnderWhichNobodyWasPaged() {
    new DrillDecisions(List.of(DESK)).of(List.of(), DRILL, book);

    assertThat(
            new DrillDecisions(List.of(NEW_DESK))
                .of(List.of(page(PageAction.TRIGGER)), DRILL, book))
        .extracting(Page::target)
        .containsExactly(NEW_DESK);
  }

  private static Page page(PageAction action) {
    return new Page(
        "acme~1/warning/duty",
        action,
        target("duty"),
        "acme~drill-1~1",
        "acme",
        Severity.WARNING,
        Instant.EPOCH,
        Instant.EPOCH,
        "acme: warning",
        "",
        List.of(),
        "v1",
        "opened");
  }

  private static PageTarget target(String name) {
    return PageTarget.of(name, Transport.CONSOLE, null);
  }
}
