package io.tocsin.response.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.Page;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleTransportTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ConsoleTransport console =
      new ConsoleTransport(new PrintStream(printed, true, UTF_8), Pages.LINKS);

  @Test
  void printsOneBlockThatSaysWhatSinceWhenHowBigAndWhy() {
    DeliveryAnswer answer =
        console.send(Pages.console(), Pages.console().target().addresses().get(0)).join();

    assertThat(answer.verdict()).isEqualTo(DeliveryVerdict.OK);
    String rule = "=".repeat(78);
    assertThat(printed.toString(UTF_8))
        .isEqualTo(
            rule
                + """

                TRIGGER CRITICAL page for on-call
                acme: 412 mentions a minute, 30 expected

                No signal since 11:59:20Z.
                Guidance: open the overflow.

                why: critical pages everyone (plan plan-3)
                key: acme-1/critical/on-call/trigger

                Acknowledge: https://desk.test/ack/TOKEN
                Live page: https://desk.test/
                """
                    .replace("TOKEN", Pages.TOKEN)
                + rule
                + "\n");
  }

  @Test
  void printsNoControlCharacterThatAPostBrings() {
    Page page = Pages.console();
    console
        .send(
            new Page(
                page.dedupKey(),
                page.action(),
                page.target(),
                page.incidentId(),
                page.brand(),
                page.severity(),
                page.at(),
                page.since(),
                page.title(),
                "x @eve\r: \u001b[2Jgone\nSTAND DOWN\u202e",
                page.examples(),
                page.planVersion(),
                page.decision()),
            page.target().addresses().get(0))
        .join();

    assertThat(printed.toString(UTF_8))
        .contains("\nx @eve\n: [2Jgone\nSTAND DOWN\n")
        .doesNotContain("\u001b", "\u202e", "\r");
  }
}
