package io.tocsin.response.delivery;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of PagerDuty's <a href="https://developer.pagerduty.com/docs/send-alert-event">Events
 * API v2</a>: a summary of at most 1,024 characters, a dedup key of at most 255, 512 KB in all. 202
 * is taken; 400 is an event that it will never take; 429 and 5xx are to be sent again.
 */
final class PagerDutyForm implements PageForm {
  private static final int LONGEST_SUMMARY = 1_024;
  private static final int LONGEST_KEY = 255;

  /** A page's body is a few kilobytes; this is a bound for what a plan may put into it. */
  private static final int LONGEST_DETAIL = 50_000;

  @Override
  public OutboundRequest request(Page page, PageLinks links, String url, @Nullable String secret) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", secret);
    boolean over = page.action() == PageAction.RESOLVE;
    event.put("event_action", over ? "resolve" : "trigger");
    event.put("dedup_key", AlertKey.of(page, LONGEST_KEY));
    event.put("client", "Tocsin");
    if (links.live() != null) {
      event.put("client_url", links.live());
    }
    if (!over) {
      event.put("payload", payload(page));
      event.put("links", links(links));
    }
    return new OutboundRequest(
        Texts.withoutEndSlash(url) + "/v2/enqueue", Map.of(), Texts.json(event));
  }

  /** 120 events a minute to one integration, beyond which it answers 429. */
  @Override
  public long spacingMillis() {
    return 500;
  }

  private static List<Map<String, String>> links(PageLinks links) {
    List<Map<String, String>> all = new ArrayList<>();
    links.byWords().forEach((words, address) -> all.add(link(address, words)));
    return all;
  }

  private static Map<String, String> link(String address, String words) {
    Map<String, String> link = new LinkedHashMap<>();
    link.put("href", address);
    link.put("text", words);
    return link;
  }

  private static Map<String, Object> payload(Page page) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("summary", Texts.fit(page.title(), LONGEST_SUMMARY));
    payload.put("source", page.brand());
    payload.put("severity", severity(page.severity()));
    payload.put("timestamp", page.at().toString());
    payload.put("component", page.brand());
    payload.put("class", "crisis");
    payload.put("custom_details", details(page));
    return payload;
  }

  private static Map<String, String> details(Page page) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("page", Texts.fit(page.body(), LONGEST_DETAIL));
    details.put("since", page.since().toString());
    details.put("target", page.target().name());
    details.put("decision", page.decision());
    details.put("incident", page.incidentId());
    details.put("plan", page.planVersion());
    return details;
  }

  private static String severity(Severity severity) {
    return severity == Severity.NOTICE ? "info" : Texts.word(severity);
  }
}
