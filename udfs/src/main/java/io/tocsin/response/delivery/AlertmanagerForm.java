package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert of <a href="https://prometheus.io/docs/alerting/latest/alerts_api/">Alertmanager's API
 * v2</a>, known by its labels. An alert without an end would end by itself after {@code
 * resolve_timeout}, five minutes as shipped, so the end is set: far ahead for an alarm, now for an
 * all-clear. What receivers behind it draw of annotations is theirs: some would take {@code
 * <!here>} for a call to everyone, so angle brackets become look-alikes. 200 is taken; 400 is an
 * alert that it will never take; 5xx is to be sent again.
 */
final class AlertmanagerForm implements PageForm {
  private static final Duration LONGEST_ALARM = Duration.ofDays(7);

  private final InstantSource clock;

  /**
   * Alerts by this clock.
   *
   * @param clock what Alertmanager compares ends with: the time on the wall
   */
  AlertmanagerForm(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public OutboundRequest request(Page page, PageLinks links, String url, @Nullable String secret) {
    Map<String, String> headers =
        secret == null ? Map.of() : Map.of("Authorization", "Bearer " + secret);
    return new OutboundRequest(
        Texts.withoutEndSlash(url) + "/api/v2/alerts",
        headers,
        Texts.json(List.of(alert(page, links, clock.instant()))));
  }

  private static Map<String, Object> alert(Page page, PageLinks links, Instant now) {
    Map<String, Object> alert = new LinkedHashMap<>();
    alert.put("labels", labels(page));
    alert.put("annotations", annotations(page, links));
    boolean over = page.action() == PageAction.RESOLVE;
    Instant end = over ? now : now.plus(LONGEST_ALARM);
    // An alert that begins after it ends is refused; event time may run ahead of the clock.
    alert.put("startsAt", (page.since().isBefore(now) ? page.since() : now).toString());
    alert.put("endsAt", end.toString());
    if (links.live() != null) {
      alert.put("generatorURL", links.live());
    }
    return alert;
  }

  private static Map<String, String> labels(Page page) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("alertname", "TocsinCrisis");
    labels.put("brand", page.brand());
    labels.put("severity", Texts.word(page.severity()));
    labels.put("target", page.target().name());
    labels.put("incident", page.incidentId());
    return labels;
  }

  private static Map<String, String> annotations(Page page, PageLinks links) {
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put("summary", Texts.withoutTags(page.title()));
    annotations.put("description", Texts.withoutTags(page.body()));
    annotations.put("decision", page.decision());
    annotations.put("plan", page.planVersion());
    if (links.ack() != null) {
      annotations.put("acknowledge", links.ack());
    }
    return annotations;
  }
}
