package io.tocsin.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.deploy.host.PortInUseException;
import io.tocsin.deploy.host.UserException;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.incident.Ack;
import io.tocsin.incident.AckAction;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.PageOutcome;
import io.tocsin.response.ack.AckToken;
import io.tocsin.response.ack.AckTokens;
import io.tocsin.response.secret.Hmac;
import io.tocsin.response.secret.Secrets;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskIT {
  private static final String JSON = "application/json";

  private final Instant now = Clock.systemUTC().instant();

  @TempDir Path folder;
  private DeskFixture fixture;

  @BeforeEach
  void start() {
    fixture = new DeskFixture(folder);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private Desk startDesk() {
    Desk desk = fixture.startDesk();
    Eventually.isTrue("the desk is not up", desk::isUp);
    return desk;
  }

  private void openIncident(String id) throws Exception {
    fixture.write(
        Topic.INCIDENTS, Samples.incident(id, Severity.CRITICAL, IncidentState.OPEN, now));
  }

  @Test
  void isUpOnceItReadWhatStoodThereBefore() throws Exception {
    openIncident("acme-1");
    fixture.commit(Topic.KPIS, List.of(Samples.mentions("acme", "neutral", 100, now)));
    try (Desk desk = startDesk()) {
      assertThat(fixture.get(desk, "/healthz").statusCode()).isEqualTo(200);
      assertThat(fixture.get(desk, "/healthz").body()).contains("\"status\":\"up\"");
      assertThat(fixture.get(desk, "/api/state").body()).contains("acme-1");
      // A commit is told to the producer before its mark stands on the topic.
      Eventually.holds(
          () ->
              assertThat(fixture.get(desk, "/metrics").body()).contains("tocsin_mentions_total{"));
    }
  }

  @Test
  void readsOnlyWhatWasCommitted() throws Exception {
    try (Desk desk = startDesk()) {
      fixture.abort(Topic.KPIS, List.of(Samples.mentions("acme", "neutral", 9_999, now)));
      fixture.commit(Topic.KPIS, List.of(Samples.mentions("acme", "positive", 7, now)));
      Eventually.holds(
          () ->
              assertThat(fixture.get(desk, "/metrics").body())
                  .contains("sentiment=\"positive\",} 7.0")
                  .doesNotContain("9999"));
    }
  }

  @Test
  void countsWhatItCannotReadAndGoesOn() throws Exception {
    try (Desk desk = startDesk()) {
      fixture.writeBytes(Topic.INCIDENTS, "no JSON");
      fixture.writeBytes(Topic.INCIDENTS, "null");
      fixture.writeBytes(Topic.INCIDENTS, "{\"id\":\"half\"}");
      openIncident("whole");
      Eventually.holds(
          () -> {
            assertThat(fixture.get(desk, "/metrics").body())
                .contains("unreadable_records_total{topic=\"tocsin.incidents\",} 3.0");
            assertThat(fixture.get(desk, "/api/state").body())
                .contains("\"whole\"")
                .doesNotContain("\"half\"");
          });
    }
  }

  @Test
  void writesAnAcknowledgementThatEveryDeskSees() throws Exception {
    openIncident("acme-1");
    try (Desk desk = startDesk();
        Desk other = startDesk()) {
      HttpResponse<String> answer = acknowledge(desk, "acme-1");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      assertThat(answer.body()).contains("\"by\":\"Ana\"");
      Eventually.holds(
          () ->
              assertThat(fixture.get(other, "/api/state").body())
                  .contains("\"ack\":{\"incidentId\":\"acme-1\""));
      assertThat(acknowledge(other, "acme-1").statusCode()).isEqualTo(409);
    }
  }

  private HttpResponse<String> acknowledge(Desk desk, String id, String... headers)
      throws Exception {
    return post(desk, "/api/incidents/" + id + "/ack", "{\"by\":\"Ana\"}", headers);
  }

  /** As somebody whom the desk knows, and as JSON unless said otherwise. */
  private HttpResponse<String> post(Desk desk, String path, String body, String... headers)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(DeskFixture.KNOWN));
    if (!List.of(headers).contains("Content-Type")) {
      all.addAll(List.of("Content-Type", JSON));
    }
    all.addAll(List.of(headers));
    return fixture.post(desk, path, body, all.toArray(String[]::new));
  }

  @Test
  void writesWhatPeopleDoBesideAcknowledging() throws Exception {
    openIncident("acme-1");
    try (Desk desk = startDesk()) {
      String wish = "{\"by\":\"Ana\",\"action\":\"mitigate\",\"why\":\"reboot\"}";
      String path = "/api/incidents/acme-1/actions";
      assertThat(post(desk, path, wish).statusCode()).isEqualTo(202);
      assertThat(post(desk, path, wish, "Sec-Fetch-Site", "cross-site").statusCode())
          .isEqualTo(403);
      assertThat(post(desk, path, "[").statusCode()).isEqualTo(400);
      assertThat(post(desk, "/api/brands/acme/actions", wish).statusCode()).isEqualTo(400);
      assertThat(fixture.read(Topic.ACKS)).hasSize(1);
      Ack ack = WireJson.fromBytes(fixture.read(Topic.ACKS).get(0), Ack.class);
      assertThat(ack.action()).isEqualTo(AckAction.MITIGATE);
      assertThat(ack.why()).isEqualTo("reboot");
    }
  }

  private String link(String incidentId, Severity severity) {
    AckToken token = new AckToken(incidentId, severity, "care-lead", now.plusSeconds(3_600));
    return "/ack/" + new AckTokens(DeskFixture.LINK_KEY).write(token);
  }

  @Test
  void acknowledgesByTheLinkOfAPageAndOnlyWhenTheButtonIsPressed() throws Exception {
    openIncident("acme-1");
    try (Desk desk = startDesk()) {
      String link = link("acme-1", Severity.CRITICAL);
      HttpResponse<String> shown = fixture.get(desk, link);
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.body()).contains("<button>Acknowledge as care-lead</button>");
      assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "form-action 'self'");
      assertThat(fixture.read(Topic.ACKS)).isEmpty();

      assertThat(fixture.post(desk, link, "").statusCode()).isEqualTo(202);
      assertThat(fixture.post(desk, link, "").statusCode()).isEqualTo(200);
      assertThat(fixture.read(Topic.ACKS)).hasSize(1);
      Ack ack = WireJson.fromBytes(fixture.read(Topic.ACKS).get(0), Ack.class);
      assertThat(ack.by()).isEqualTo("care-lead");
      assertThat(ack.incidentId()).isEqualTo("acme-1");
      Eventually.holds(() -> assertThat(fixture.get(desk, link).body()).doesNotContain("<button>"));
      assertThat(fixture.get(desk, "/metrics").body())
          .contains("tocsin_desk_acks_total{way=\"link\",outcome=\"accepted\",} 1.0");
    }
  }

  @Test
  void takesAnIncidentThatAPersonAcknowledgesAtPagerDuty() throws Exception {
    openIncident("acme-1");
    String body =
        """
        {"event": {"event_type": "incident.acknowledged", "agent": {"summary": "Ana Ruiz"},
          "data": {"incident_key": "acme-1/critical/noc"}}}
        """;
    String mac = HexFormat.of().formatHex(Hmac.sha256(DeskFixture.HOOK_SECRET, body));
    String path = "/hooks/pagerduty";
    try (Desk desk = startDesk()) {
      assertThat(fixture.post(desk, path, body).statusCode()).isEqualTo(401);
      assertThat(fixture.post(desk, path, body, "X-PagerDuty-Signature", "v1=00").statusCode())
          .isEqualTo(403);
      assertThat(fixture.read(Topic.ACKS)).isEmpty();

      for (int status : List.of(202, 200)) {
        var answer = fixture.post(desk, path, body, "X-PagerDuty-Signature", "v1=" + mac);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      }
      assertThat(fixture.read(Topic.ACKS)).hasSize(1);
      assertThat(WireJson.fromBytes(fixture.read(Topic.ACKS).get(0), Ack.class).by())
          .isEqualTo("Ana Ruiz");
      assertThat(fixture.get(desk, "/metrics").body())
          .contains("tocsin_desk_acks_total{way=\"pagerduty\",outcome=\"missing\",} 1.0");
    }
  }

  @Test
  void hearsAlertmanagerAndTakesNothing() throws Exception {
    openIncident("acme-1");
    String body =
        "{\"status\": \"resolved\", \"alerts\": [], \"x\": \"" + "y".repeat(50_000) + "\"}";
    try (Desk desk = startDesk()) {
      String[] secret = {"Authorization", "Bearer " + DeskFixture.HOOK_SECRET};
      assertThat(fixture.post(desk, "/hooks/alertmanager", body, secret).statusCode())
          .isEqualTo(200);
      assertThat(fixture.post(desk, "/hooks/alertmanager", "[]", secret).statusCode())
          .isEqualTo(400);
      assertThat(fixture.post(desk, "/hooks/opsgenie", "{}", secret).statusCode()).isEqualTo(403);
      assertThat(fixture.read(Topic.ACKS)).isEmpty();
    }
  }

  @Test
  void refusesForgedLinks() throws Exception {
    openIncident("acme-1");
    try (Desk desk = startDesk()) {
      AckToken token = new AckToken("acme-1", Severity.CRITICAL, "eve", now.plusSeconds(3_600));
      String forged = "/ack/" + new AckTokens("another long key").write(token);
      assertThat(fixture.get(desk, forged).statusCode()).isEqualTo(403);
      assertThat(fixture.post(desk, forged, "").statusCode()).isEqualTo(403);
      assertThat(fixture.post(desk, "/ack/%3Cscript%3E", "").statusCode()).isGreaterThan(399);
      assertThat(fixture.read(Topic.ACKS)).isEmpty();
    }
  }

  @Test
  void refusesAcknowledgementsFromOtherSitesAndOfWhatIsNotOpen() throws Exception {
    openIncident("acme-1");
    try (Desk desk = startDesk()) {
      assertThat(acknowledge(desk, "acme-1", "Origin", "https://evil.example").statusCode())
          .isEqualTo(403);
      assertThat(acknowledge(desk, "acme-1", "Sec-Fetch-Site", "cross-site").statusCode())
          .isEqualTo(403);
      String path = "/api/incidents/acme-1/ack";
      assertThat(post(desk, path, "by=Ana", "Content-Type", "text/plain").statusCode())
          .isEqualTo(415);
      assertThat(post(desk, path, "{}").statusCode()).isEqualTo(400);
      assertThat(post(desk, path, "[").statusCode()).isEqualTo(400);
      String flood = "{\"by\":\"" + "a".repeat(10_000) + "\"}";
      assertThat(post(desk, path, flood).statusCode()).isEqualTo(413);
      assertThat(acknowledge(desk, "nowhere").statusCode()).isEqualTo(404);
      assertThat(fixture.get(desk, "/api/state").body()).contains("\"ack\":null");
    }
  }

  @Test
  void tellsAnOpenPageWhatIsNew() throws Exception {
    try (Desk desk = startDesk();
        InputStream events = fixture.events(desk);
        var lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
      assertThat(nextState(lines)).contains("\"whole\":true", "\"incidents\":[]");
      assertThat(nextState(lines)).contains("\"happenings\":null");
      fixture.write(Topic.PAGES, Samples.page("p", now));
      fixture.write(Topic.PAGE_RECEIPTS, Samples.receipt("p", PageOutcome.DELIVERED, 1, now));
      Eventually.isTrue("no receipt", () -> nextState(lines).contains("\"DELIVERED\""));
    }
  }

  private static String nextState(BufferedReader lines) throws Exception {
    String line = lines.readLine();
    while (line != null && !line.startsWith("data:")) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }

  @Test
  void guardsThePageWithAStrictPolicy() throws Exception {
    try (Desk desk = startDesk()) {
      HttpResponse<String> page = fixture.get(desk, "/");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(page.headers().firstValue("Content-Type").orElse("")).contains("text/html");
      assertThat(fixture.get(desk, "/assets/uplot.js").body()).contains("uPlot");
      assertThat(fixture.get(desk, "/assets/nothing.js").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void letsOnlyThoseActWhomItKnows() throws Exception {
    openIncident("acme-1");
    try (Desk desk = startDesk()) {
      String path = "/api/incidents/acme-1/ack";
      String body = "{\"by\":\"Ana\"}";
      assertThat(fixture.post(desk, path, body, "Content-Type", JSON).statusCode()).isEqualTo(401);
      String[] wrong = {"Content-Type", JSON, "Authorization", "Bearer a token of seventeen"};
      assertThat(fixture.post(desk, path, body, wrong).statusCode()).isEqualTo(401);
      String[] foreign = {"Content-Type", JSON, "X-Forwarded-User", "eve"};
      assertThat(fixture.post(desk, path, body, foreign).statusCode()).isEqualTo(401);
      assertThat(fixture.read(Topic.ACKS)).isEmpty();
      assertThat(fixture.get(desk, "/api/session").body()).contains("\"mayWrite\":false");
    }
  }

  @Test
  void tradesTheTokenForACookieThatNoScriptReadsAndNoOtherSiteSends() throws Exception {
    openIncident("acme-1");
    try (Desk desk = startDesk()) {
      String path = "/api/session";
      String[] json = {"Content-Type", JSON};
      assertThat(fixture.post(desk, path, "{\"token\":\"guess\"}", json).statusCode())
          .isEqualTo(403);
      String body = "{\"token\":\"" + DeskFixture.TOKEN + "\"}";
      var elsewhere = fixture.post(desk, path, body, "Content-Type", JSON, "Origin", "http://evil");
      assertThat(elsewhere.statusCode()).isEqualTo(403);

      HttpResponse<String> answer =
          fixture.post(desk, path, body, "Content-Type", JSON, "X-Forwarded-Prefix", "/tocsin");
      assertThat(answer.statusCode()).isEqualTo(200);
      String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
      assertThat(cookie)
          .contains("HttpOnly", "SameSite=Strict", "Path=/tocsin/")
          .doesNotContain(DeskFixture.TOKEN);
      String ticket = cookie.substring(0, cookie.indexOf(';'));
      assertThat(fixture.get(desk, path, "Cookie", ticket).body()).contains("\"mayWrite\":true");
      String ack = "/api/incidents/acme-1/ack";
      String[] known = {"Content-Type", JSON, "Cookie", ticket};
      assertThat(fixture.post(desk, ack, "{\"by\":\"Ana\"}", known).statusCode()).isEqualTo(202);
      assertThat(fixture.get(desk, path, "Cookie", ticket + "0").body())
          .contains("\"mayWrite\":false");
    }
  }

  @Test
  void showsItselfToTheNetworkOnlyWhereItCanKnowPeople() throws Exception {
    DeskPlace everywhere = new DeskPlace("0.0.0.0", 0, ProxyTrust.NONE, null);
    DeskSettings unknown =
        DeskSettings.onLoopback(fixture.bootstrapServers(), 0)
            .withLinks(null, new DeskSecrets(new Secrets(Map.of()), "ack-links"))
            .at(everywhere);
    assertThatThrownBy(() -> Desk.start(unknown, ExamplesReader.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("TOCSIN_SECRET_DESK_TOKEN")
        .hasMessageNotContaining("\n");

    openIncident("acme-1");
    DeskSettings known = fixture.settings(0, null).at(everywhere);
    try (Desk desk = Desk.start(known, ExamplesReader.NONE)) {
      Eventually.isTrue("the desk is not up", desk::isUp);
      for (String path : List.of("/api/state", "/api/events", "/metrics")) {
        assertThat(fixture.get(desk, path).statusCode()).as(path).isEqualTo(401);
      }
      assertThat(fixture.get(desk, "/api/state", DeskFixture.KNOWN).body()).contains("acme-1");
      assertThat(fixture.get(desk, "/metrics", DeskFixture.KNOWN).statusCode()).isEqualTo(200);
      for (String path : List.of("/", "/brands/acme", "/healthz", "/assets/desk.css")) {
        HttpResponse<String> open = fixture.get(desk, path);
        assertThat(open.statusCode()).as(path).isEqualTo(200);
        assertThat(open.body()).as(path).doesNotContain("acme-1");
      }
    }
  }

  @Test
  void writesTheNameThatATrustedProxyTells() throws Exception {
    openIncident("acme-1");
    DeskPlace place =
        new DeskPlace(
            "127.0.0.1", 0, new ProxyTrust(Set.of("127.0.0.1"), "X-Forwarded-User"), null);
    try (Desk desk = Desk.start(fixture.settings(0, null).at(place), ExamplesReader.NONE)) {
      Eventually.isTrue("the desk is not up", desk::isUp);
      String[] ben = {"Content-Type", JSON, "X-Forwarded-User", "Ben"};
      String path = "/api/incidents/acme-1/ack";
      assertThat(fixture.post(desk, path, "{\"by\":\"Ana\"}", ben).statusCode()).isEqualTo(202);
      assertThat(WireJson.fromBytes(fixture.read(Topic.ACKS).get(0), Ack.class).by())
          .isEqualTo("Ben");
      assertThat(fixture.get(desk, "/api/session", "X-Forwarded-User", "Ben").body())
          .contains("\"way\":\"PROXY\",\"name\":\"Ben\"");
    }
  }

  @Test
  void tellsAPageOfItsOwnPartOnly() throws Exception {
    openIncident("acme-1");
    fixture.commit(
        Topic.KPIS,
        List.of(
            Samples.mentions("acme", "neutral", 1, now),
            Samples.mentions("globex", "neutral", 1, now)));
    try (Desk desk = startDesk()) {
      Eventually.holds(
          () -> assertThat(fixture.get(desk, "/api/state").body()).contains("acme", "globex"));
      assertThat(fixture.get(desk, "/api/state?brand=globex").body())
          .contains("\"globex\"", "\"matching\":1")
          .doesNotContain("acme");
      assertThat(fixture.get(desk, "/api/state?find=ACM").body())
          .contains("\"acme\"", "\"brands\":2,\"matching\":1")
          .doesNotContain("globex");
    }
  }

  @Test
  void saysInOneLineThatItsPortIsInUse() {
    try (Desk desk = startDesk()) {
      var settings = DeskSettings.onLoopback(fixture.bootstrapServers(), desk.port());
      assertThatThrownBy(() -> Desk.start(settings, ExamplesReader.NONE))
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining("port " + desk.port() + " for the desk is in use");
    }
  }

  @Test
  void isDownAndSaysWhyWhenTheBrokerIsAway() throws Exception {
    openIncident("acme-1");
    try (Desk desk = startDesk()) {
      fixture.stopBroker();
      Eventually.holds(
          () -> {
            HttpResponse<String> health = fixture.get(desk, "/healthz");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("BROKER_AWAY", "the broker does not answer");
          });
      assertThat(fixture.get(desk, "/metrics").body()).contains("tocsin_desk_up 0.0");
      assertThat(acknowledge(desk, "acme-1").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void isDownWhileNoBrokerWasEverThere() throws Exception {
    try (Desk desk = Desk.start(DeskSettings.onLoopback("127.0.0.1:1", 0), ExamplesReader.NONE)) {
      HttpResponse<String> health = fixture.get(desk, "/healthz");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("\"status\":\"down\"");
    }
  }
}
