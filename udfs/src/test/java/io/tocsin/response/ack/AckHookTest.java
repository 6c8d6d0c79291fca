package io.tocsin.response.ack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.response.ack.HookReading.Reason;
import io.tocsin.response.secret.Hmac;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies as the vendors document them. */
class AckHookTest {
  private static final String INCIDENT = "acme-2026-05-04T11:59:20Z";

  @Test
  void takesAnIncidentWhenAPersonAcknowledgesAtPagerDuty() throws IOException {
    HookReading reading = AckHook.PAGERDUTY.read(body("pagerduty-acknowledged.json"));

    assertThat(reading.reason()).isEqualTo(Reason.ACKNOWLEDGED);
    assertThat(reading.wish()).isEqualTo(new AckWish(INCIDENT, Severity.CRITICAL, "Ana Ruiz"));
  }

  @Test
  void takesAnIncidentWhenAPersonAcknowledgesAtOpsgenie() throws IOException {
    HookReading reading = AckHook.OPSGENIE.read(body("opsgenie-acknowledge.json"));

    assertThat(reading.wish())
        .isEqualTo(new AckWish(INCIDENT, Severity.CRITICAL, "ana@example.com"));
  }

  @Test
  void takesNothingWhenAnAlarmEnds() throws IOException {
    String resolved =
        body("pagerduty-acknowledged.json").replace("incident.acknowledged", "incident.resolved");
    String closed = body("opsgenie-acknowledge.json").replace("\"Acknowledge\"", "\"Close\"");
    String unacknowledged =
        body("pagerduty-acknowledged.json")
            .replace("incident.acknowledged", "incident.unacknowledged");

    assertThat(AckHook.PAGERDUTY.read(resolved).reason()).isEqualTo(Reason.OTHER_NEWS);
    assertThat(AckHook.PAGERDUTY.read(unacknowledged).reason()).isEqualTo(Reason.OTHER_NEWS);
    assertThat(AckHook.OPSGENIE.read(closed).reason()).isEqualTo(Reason.OTHER_NEWS);
  }

  @Test
  void neverTakesAnythingByAlertmanager() throws IOException {
    String resolved = body("alertmanager-resolved.json");
    String firing = resolved.replace("\"resolved\"", "\"firing\"");

    assertThat(AckHook.ALERTMANAGER.read(resolved).wish()).isNull();
    assertThat(AckHook.ALERTMANAGER.read(firing).wish()).isNull();
    assertThat(AckHook.ALERTMANAGER.read(resolved).detail())
        .isEqualTo("no acknowledgement: resolved; Alertmanager tells of no acknowledgement");
  }

  @Test
  void leavesAlarmsOfOthersAlone() throws IOException {
    String body =
        body("pagerduty-acknowledged.json")
            .replace(INCIDENT + "/critical/noc", "d3640fbd41094207a1c11e58e46b1662");

    assertThat(AckHook.PAGERDUTY.read(body).reason()).isEqualTo(Reason.NOT_OURS);
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNoSuchDocument(AckHook hook) {
    for (String body : new String[] {"", "[", "[]", "null", "\"x\"", "{}", "{\"event\":1}"}) {
      assertThat(hook.read(body).reason()).as("'%s'", body).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void knowsPagerDutysSignatureAmongSeveral() throws IOException {
    String body = body("pagerduty-acknowledged.json");
    String good = "v1=" + HexFormat.of().formatHex(Hmac.sha256("secret", body));
    String other = "v1=" + HexFormat.of().formatHex(Hmac.sha256("older", body));

    assertThat(AckHook.PAGERDUTY.check("secret", body, good)).isEqualTo(Signing.GOOD);
    assertThat(AckHook.PAGERDUTY.check("secret", body, other + ", " + good))
        .isEqualTo(Signing.GOOD);
    assertThat(AckHook.PAGERDUTY.check("secret", body, other)).isEqualTo(Signing.WRONG);
    assertThat(AckHook.PAGERDUTY.check("secret", body + " ", good)).isEqualTo(Signing.WRONG);
    assertThat(AckHook.PAGERDUTY.check("secret", body, null)).isEqualTo(Signing.MISSING);
  }

  /** The known answer of RFC 4231, test case 2. */
  @Test
  void signsAsTheStandardSays() {
    String known = "v1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    assertThat(AckHook.PAGERDUTY.check("Jefe", "what do ya want for nothing?", known))
        .isEqualTo(Signing.GOOD);
  }

  @ParameterizedTest
  @CsvSource({"Bearer s3cret, GOOD", "Bearer other, WRONG", "s3cret, WRONG", "'', MISSING"})
  void wantsTheSharedSecretOfThoseWhoSignNothing(String header, Signing signing) {
    assertThat(AckHook.OPSGENIE.check("s3cret", "{}", header)).isEqualTo(signing);
    assertThat(AckHook.ALERTMANAGER.check("s3cret", "{}", header)).isEqualTo(signing);
  }

  private static String body(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AckHookTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
