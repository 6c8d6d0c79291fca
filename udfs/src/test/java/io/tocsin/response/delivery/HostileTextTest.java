package io.tocsin.response.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.response.BrandCare;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.Contact;
import io.tocsin.response.Page;
import io.tocsin.response.PageTarget;
import io.tocsin.response.PagingRule;
import io.tocsin.response.ResponseBook;
import io.tocsin.response.ResponsePlanner;
import io.tocsin.response.Transport;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import io.tocsin.window.ExamplePost;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers write what they like; no receiver draws, calls or links any of it. */
class HostileTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int POSTS_A_SEED = 150;
  private static final PageLinks LINKS =
      new PageLinks("https://desk.test/ack/some_token-1.x", "https://desk.test/");

  private static final List<String> FRAGMENTS =
      List.of(
          "<!channel>",
          "<!here|x>",
          "<@U123>",
          "@here",
          "@channel",
          "@everyone",
          "\uFF20here",
          "https://evil.test/x",
          "HTTPS://EVIL.TEST",
          "evil.test",
          "www.evil.test",
          "//evil.test",
          "evil\u3002test",
          "evil\u2024test",
          "mailto:eve@evil.test",
          "javascript:alert(1)",
          "slack://x",
          "1.2.3.4/x",
          "[win](https://evil.test)",
          "![](x)",
          "<a href=//evil.test>",
          "<script>",
          "</p>",
          "<https://evil.test|x>",
          "&lt;",
          "&#60;",
          "*b*",
          "_i_",
          "`c`",
          "~~s~~",
          "# h",
          "| a |",
          "\\",
          "\"",
          "'",
          "]]>",
          "{{ .x }}",
          "${x}",
          "%s%n",
          "\r\n",
          "\n\n",
          "\u2028",
          "\u0085",
          "\u202E",
          "\u200B",
          "\u0000",
          "\u001B[2J",
          "\uD800",
          "no signal",
          "why",
          " ",
          "é",
          "😀",
          "3.50",
          "12:30");

  private static final Map<String, PageForm> FORMS =
      Map.of(
          "webhook", new WebhookForm(),
          "pagerduty", new PagerDutyForm(),
          "alertmanager", new AlertmanagerForm(InstantSource.fixed(Pages.NOON)),
          "goalert", new GoAlertForm(),
          "slack", new SlackForm(),
          "opsgenie", new OpsgenieForm());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void isDrawnCalledAndLinkedByNobody(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < POSTS_A_SEED; i++) {
      Page page = page(random);
      String what = "seed " + seed + ": " + page.body();
      callsNobody(page.title() + "\n" + page.body(), what);
      for (String name : FORMS.keySet()) {
        linksOnlyToTheDesk(body(name, page).toString(), what);
      }
      assertThat(body("slack", page).path("text").asText()).as(what).doesNotContain("<", ">");
      assertThat(body("slack", page).path("mrkdwn").asBoolean(true)).isFalse();
      assertThat(body("opsgenie", page).toString()).as(what).doesNotContain("<", ">");
      assertThat(body("alertmanager", page).toString()).as(what).doesNotContain("<", ">");
      hasNoMark(body("goalert", page).path("details").asText(), what);
      hasNoTagButOurs(page, what);
    }
  }

  private static void callsNobody(String text, String what) {
    assertThat(text)
        .as(what)
        .doesNotContainPattern("[@\uFF20]\\S")
        .doesNotContainPattern("[\\p{L}\\p{N}][.\u3002\uFF0E\uFF61\u2024]\\p{L}")
        .doesNotContainPattern("(?i)[a-z]://|www\\.[\\p{L}\\p{N}]")
        .doesNotContainPattern("\\p{L}:[^\\s]")
        .doesNotContainPattern("[\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\n]]");
  }

  private static void linksOnlyToTheDesk(String written, String what) {
    String others = written.replace(LINKS.ack(), "").replace(LINKS.live(), "");
    assertThat(others).as(what).doesNotContain("://", "evil.test");
  }

  /** Whatever Markdown would draw stands behind a backslash. */
  private static void hasNoMark(String details, String what) {
    String own = details.replace("<" + LINKS.ack() + ">", "").replace("<" + LINKS.live() + ">", "");
    String unescaped = own.replaceAll("\\\\[\\\\`*_{}\\[\\]()#!|<>~]", "");
    assertThat(unescaped).as(what).doesNotContainPattern("[\\\\`*_{}\\[\\]()#!|<>~]");
  }

  private static void hasNoTagButOurs(Page page, String what) {
    MailMessage mail = MailForm.of(page, LINKS, "tocsin@example.org", "ana@example.com");
    String others =
        mail.html()
            .replaceAll(
                "<!doctype html>|</?(html|body|h1|p|br|a)( (lang|style|href)=\"[^\"<>]*\")?>", "");
    assertThat(others).as(what).doesNotContain("<", ">");
    linksOnlyToTheDesk(mail.html() + mail.text(), what);
    assertThat(mail.headers().values())
        .allMatch(value -> value.codePoints().noneMatch(Character::isISOControl));
  }

  /** What a machine gets; the posts beside the page are data and stand as they were written. */
  private static JsonNode body(String name, Page page) throws IOException {
    JsonNode body = JSON.readTree(form(name).request(page, LINKS, "", "s3cret").body());
    if (body instanceof ObjectNode object) {
      object.remove("examples");
    }
    return body;
  }

  private static PageForm form(String name) {
    return Objects.requireNonNull(FORMS.get(name));
  }

  private static Page page(Random random) {
    Incident incident =
        Samples.incident(
            "acme", Severity.CRITICAL, IncidentChange.OPENED, IncidentState.OPEN, Pages.NOON);
    Incident hostile =
        Samples.saying(incident, text(random), List.of(text(random)), List.of(post(random)));
    return new ResponsePlanner(plan(), "v7", null).decide(hostile, new ResponseBook()).get(0);
  }

  private static ExamplePost post(Random random) {
    return new ExamplePost(
        "7", text(random), text(random), text(random), "https://evil.test/7", 0.9, 0.8, List.of());
  }

  private static String text(Random random) {
    return IntStream.range(0, 1 + random.nextInt(8))
        .mapToObj(i -> FRAGMENTS.get(random.nextInt(FRAGMENTS.size())))
        .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
  }

  private static BrandPlan plan() {
    return new BrandPlan(
        new BrandTerms("acme", List.of("acme"), List.of(), List.of(), List.of(), List.of()),
        "Acme",
        BrandTree.NONE,
        List.of(
            PagingRule.atOnce(
                new Contact(PageTarget.of("duty", Transport.CONSOLE, null), null),
                Severity.WARNING)),
        List.of(),
        new SeverityPolicy(30, 5_000_000, 120_000, 10, 100),
        "keep calm",
        IntentWords.none("acme"),
        List.of(),
        BrandCare.NONE);
  }
}
