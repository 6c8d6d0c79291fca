package io.tocsin.response.ack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks by which receivers tell what became of our alarms. Only an acknowledgement by a
 * person takes an incident; the end of an alarm, by whomever, takes nothing.
 */
public enum AckHook {
  /**
   * PagerDuty's <a href="https://developer.pagerduty.com/docs/webhooks-overview">V3 webhooks</a>:
   * {@code incident.acknowledged}, whose {@code incident_key} is our dedup key, <a
   * href="https://developer.pagerduty.com/docs/verifying-webhook-signatures">signed</a> by {@code
   * X-PagerDuty-Signature}. An incident into which PagerDuty merged several alerts has no key of
   * ours.
   */
  PAGERDUTY("X-PagerDuty-Signature") {
    @Override
    public Signing check(String secret, String body, @Nullable String header) {
      return Signing.ofHmac(secret, body, header);
    }

    @Override
    HookReading read(JsonNode body) {
      JsonNode event = body.path("event");
      String type = event.path("event_type").asText();
      if (type.isEmpty()) {
        return HookReading.malformed("event.event_type is missing");
      }
      return type.equals("incident.acknowledged")
          ? HookReading.acknowledged(
              event.path("data").path("incident_key").asText(),
              named(event.path("agent").path("summary")))
          : HookReading.otherNews(type);
    }
  },
  /**
   * Opsgenie's <a
   * href="https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/">alert
   * actions</a>, sent by a webhook integration: {@code Acknowledge}, whose {@code alert.alias} is
   * our dedup key. It signs nothing, so the integration is given a header {@code Authorization:
   * Bearer secret}.
   */
  OPSGENIE("Authorization") {
    @Override
    public Signing check(String secret, String body, @Nullable String header) {
      return Signing.ofBearer(secret, header);
    }

    @Override
    HookReading read(JsonNode body) {
      String action = body.path("action").asText();
      JsonNode alert = body.path("alert");
      if (action.isEmpty() || !alert.isObject()) {
        return HookReading.malformed("action or alert is missing");
      }
      return action.equals("Acknowledge")
          ? HookReading.acknowledged(alert.path("alias").asText(), named(alert.path("username")))
          : HookReading.otherNews(action);
    }
  },
  /**
   * Alertmanager's <a
   * href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">webhook</a>. It
   * knows no acknowledgement: people silence there, and it tells nobody of a silence. It says that
   * alarms fire and that they are resolved, and neither takes an incident. So nothing it sends ever
   * acknowledges; the annotation {@code acknowledge} of our alerts is the way.
   */
  ALERTMANAGER("Authorization") {
    @Override
    public Signing check(String secret, String body, @Nullable String header) {
      return Signing.ofBearer(secret, header);
    }

    @Override
    HookReading read(JsonNode body) {
      String status = body.path("status").asText();
      return status.isEmpty() || !body.path("alerts").isArray()
          ? HookReading.malformed("status or alerts is missing")
          : HookReading.otherNews(status + "; Alertmanager tells of no acknowledgement");
    }
  };

  private static final JsonMapper JSON = new JsonMapper();

  private final String signatureHeader;

  AckHook(String signatureHeader) {
    this.signatureHeader = signatureHeader;
  }

  /** The receiver's name in addresses: {@code pagerduty}. */
  public String receiver() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the secret that the receiver shares with us: {@code pagerduty-webhook}. */
  public String secretName() {
    return receiver() + "-webhook";
  }

  /** The header that shows who sent it. */
  public String signatureHeader() {
    return signatureHeader;
  }

  /**
   * Judges who sent it.
   *
   * @param body exactly as it came
   * @param header of the name {@link #signatureHeader}; null where there was none
   */
  public abstract Signing check(String secret, String body, @Nullable String header);

  /** Reads what the receiver says. */
  public HookReading read(String body) {
    try {
      JsonNode document = JSON.readTree(body);
      return document != null && document.isObject()
          ? read(document)
          : HookReading.malformed("the body is no JSON object");
    } catch (JsonProcessingException e) {
      return HookReading.malformed("the body is no JSON");
    }
  }

  abstract HookReading read(JsonNode body);

  /** A person's name, or the receiver's where it does not say. */
  final String named(JsonNode name) {
    String said = name.asText().strip();
    return said.isEmpty() ? receiver() : said;
  }
}
