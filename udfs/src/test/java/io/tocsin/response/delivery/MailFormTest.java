package io.tocsin.response.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MailFormTest {
  private static final String FROM = "tocsin@example.org";
  private static final String TO = "ana@example.com";

  @Test
  void looksAsAPersonReadsIt() throws IOException {
    Page page =
        page("acme-1/critical/ana", PageAction.TRIGGER, "Acme: critical", "No signal.\n- x: <b>\n");

    MailMessage mail =
        MailForm.of(
            page, new PageLinks("https://desk.test/ack/t.k", "https://desk.test/"), FROM, TO);

    assertThat(written(mail)).isEqualTo(golden("mail-trigger.txt"));
  }

  @Test
  void threadsRepeatsAndTheAllClearWithTheFirstPage() {
    MailMessage first = mail("acme-1/critical/ana", PageAction.TRIGGER);
    MailMessage second = mail("acme-1/critical/ana/2", PageAction.TRIGGER);
    MailMessage over = mail("acme-1/critical/ana/resolve", PageAction.RESOLVE);

    String root = header(first, "Message-ID");
    assertThat(first.headers()).doesNotContainKey("In-Reply-To");
    for (MailMessage later : List.of(second, over)) {
      assertThat(header(later, "In-Reply-To")).isEqualTo(root);
      assertThat(header(later, "References")).isEqualTo(header(first, "References") + " " + root);
    }
    assertThat(List.of(root, header(second, "Message-ID"), header(over, "Message-ID")))
        .doesNotHaveDuplicates();
    assertThat(header(mail("acme-1/critical/ana", PageAction.TRIGGER), "Message-ID"))
        .as("the same page sent again")
        .isEqualTo(root);
  }

  @Test
  void hasNoLineEndInAnyHeader() {
    Page evil =
        page(
            "k\r\nBcc: a@b.test",
            PageAction.TRIGGER,
            "t\r\nBcc: a@b.test\n\u0085\u2028x" + "y".repeat(5_000),
            "body");

    MailMessage mail = MailForm.of(evil, PageLinks.NONE, FROM, "ana@example.com\r\nBcc: a@b.test");

    assertThat(mail.headers().values())
        .allMatch(value -> value.codePoints().noneMatch(Character::isISOControl))
        .noneMatch(value -> value.contains("\u2028"));
    assertThat(header(mail, "Subject")).hasSize(250);
  }

  private static MailMessage mail(String dedupKey, PageAction action) {
    return MailForm.of(page(dedupKey, action, "Acme: critical", "b"), PageLinks.NONE, FROM, TO);
  }

  private static Page page(String dedupKey, PageAction action, String title, String body) {
    Page sample = Pages.console();
    return new Page(
        dedupKey,
        action,
        PageTarget.of("ana", Transport.EMAIL, "mailto:" + TO),
        "acme-1",
        "acme",
        Severity.CRITICAL,
        sample.at(),
        sample.since(),
        title,
        body,
        List.of(),
        "plan-3",
        "critical pages everyone");
  }

  private static String header(MailMessage mail, String name) {
    return Objects.requireNonNull(mail.headers().get(name), name);
  }

  private static String written(MailMessage mail) {
    String headers =
        mail.headers().entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue())
            .collect(Collectors.joining("\n"));
    return headers + "\n\n" + mail.text() + "\n" + mail.html();
  }

  private static String golden(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MailFormTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
