package io.tocsin.response.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each receiver gets, to the last character; and what no mention can do to it. */
class PageFormsTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What a mention may try. */
  private static final String EVIL =
      "<!channel> <script>alert(1)</script> [win](https://evil.test) @here *now* `rm` & more";

  private static final PageLinks LINKS =
      new PageLinks("https://desk.test/ack/some_token-1.x", "https://desk.test/");

  private static final Map<String, PageForm> FORMS =
      new TreeMap<>(
          Map.of(
              "webhook", new WebhookForm(),
              "pagerduty", new PagerDutyForm(),
              "alertmanager", new AlertmanagerForm(InstantSource.fixed(Pages.NOON.plusSeconds(9))),
              "goalert", new GoAlertForm(),
              "slack", new SlackForm(),
              "opsgenie", new OpsgenieForm()));

  static Stream<Arguments> goldenFiles() {
    return FORMS.keySet().stream()
        .flatMap(name -> Stream.of(PageAction.values()).map(action -> Arguments.of(name, action)));
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void looksAsTheReceiverWantsIt(String name, PageAction action) throws IOException {
    Page page = page(action, "acme: 412 mentions a minute, 30 expected", EVIL);

    OutboundRequest request =
        form(name).request(page, links(action), "https://receiver.test/", "s3cret");

    assertThat(written(request))
        .isEqualTo(golden("form-" + name + "-" + Texts.word(action) + ".json"));
  }

  @Test
  void fitsEveryReceiversLimits() throws IOException {
    Page page = page(PageAction.TRIGGER, "t".repeat(5_000), "😀".repeat(100_000));

    assertThat(body("pagerduty", page).at("/payload/summary").asText()).hasSize(1_024);
    assertThat(form("pagerduty").request(page, LINKS, "", "s").body().getBytes(UTF_8).length)
        .isLessThan(512_000);
    assertThat(points(body("goalert", page).at("/summary").asText())).isEqualTo(1_024);
    assertThat(points(body("goalert", page).at("/details").asText())).isEqualTo(6_144);
    assertThat(points(body("opsgenie", page).at("/message").asText())).isEqualTo(130);
    assertThat(points(body("opsgenie", page).at("/description").asText())).isEqualTo(15_000);
    assertThat(points(body("slack", page).at("/text").asText())).isEqualTo(4_000);
  }

  @Test
  void cutsTheTextAndNeverALink() throws IOException {
    Page page = page(PageAction.TRIGGER, "t".repeat(5_000), "b".repeat(100_000));

    for (String at :
        List.of(
            body("goalert", page).path("details").asText(),
            body("opsgenie", page).path("description").asText(),
            body("slack", page).path("text").asText())) {
      assertThat(at).contains("…\nAcknowledge: ", LINKS.ack(), "\nLive page: ", LINKS.live());
    }
  }

  @Test
  void keepsLongKeysApartWithinTheLimit() {
    Page page = Pages.of("i".repeat(600), "trigger", "a");
    Page other = Pages.of("i".repeat(600), "trigger", "b");

    assertThat(AlertKey.of(page, 255)).hasSize(255).isNotEqualTo(AlertKey.of(other, 255));
    assertThat(AlertKey.of(page, 255)).isEqualTo(AlertKey.of(page, 255));
  }

  private static PageForm form(String name) {
    return Objects.requireNonNull(FORMS.get(name));
  }

  private static JsonNode body(String name, Page page) throws IOException {
    return JSON.readTree(form(name).request(page, LINKS, "https://receiver.test", "s3cret").body());
  }

  private static PageLinks links(PageAction action) {
    return action == PageAction.TRIGGER ? LINKS : new PageLinks(null, LINKS.live());
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Page page(PageAction action, String title, String body) {
    Severity severity = action == PageAction.INFORM ? Severity.NOTICE : Severity.CRITICAL;
    return Pages.with(Pages.console(), action, severity, title, body);
  }

  private static String written(OutboundRequest request) throws IOException {
    ObjectNode whole = JSON.createObjectNode();
    whole.put("url", request.url());
    ObjectNode headers = whole.putObject("headers");
    new TreeMap<>(request.headers()).forEach(headers::put);
    whole.set("body", JSON.readTree(request.body()));
    return JSON.writeValueAsString(whole);
  }

  private static String golden(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PageFormsTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8).strip();
    }
  }
}
