package io.tocsin.response.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.secret.Secrets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeskLinksTest {
  private static final String LIVE = "https://desk.test/";

  @Test
  void leadToTheButtonOfThisPersonAndToTheLivePage() {
    assertThat(Pages.LINKS.of(Pages.console()))
        .isEqualTo(new PageLinks("https://desk.test/ack/" + Pages.TOKEN, LIVE));
  }

  @Test
  void offerNothingToAcknowledgeWhenItIsOver() {
    Page over = Pages.with(Pages.console(), PageAction.RESOLVE, Severity.CRITICAL, "over", "calm");

    assertThat(Pages.LINKS.of(over)).isEqualTo(new PageLinks(null, LIVE));
  }

  @Test
  void offerNoOneIncidentWhereAPageTellsOfMany() {
    assertThat(Pages.LINKS.of(Pages.of("storm/acme-1/critical/duty", "trigger", "duty")))
        .isEqualTo(new PageLinks(null, LIVE));
  }

  @Test
  void lackWhatTheHostLacks() {
    DeskAccess desk = new DeskAccess(LIVE, "ack-links", 60_000);
    Secrets weak = new Secrets(Map.of("TOCSIN_SECRET_ACK_LINKS", "short"));

    assertThat(Pages.NO_LINKS.of(Pages.console())).isEqualTo(PageLinks.NONE);
    assertThat(new DeskLinks(desk, new Secrets(Map.of())).of(Pages.console()))
        .isEqualTo(new PageLinks(null, LIVE));
    assertThat(new DeskLinks(desk, weak).of(Pages.console())).isEqualTo(new PageLinks(null, LIVE));
  }
}
