package io.tocsin.response.delivery;

import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An alert of Opsgenie's <a href="https://docs.opsgenie.com/docs/alert-api">Alert API v2</a>: a
 * message of at most 130 characters, a description of at most 15,000, an alias of at most 512 by
 * which it is closed. 202 is taken; 422 is an alert that it will never take; 429 and 5xx are to be
 * sent again. Its maker ends it on 2027-04-05.
 */
final class OpsgenieForm implements PageForm {
  private static final int LONGEST_MESSAGE = 130;
  private static final int LONGEST_DESCRIPTION = 15_000;
  private static final int LONGEST_ALIAS = 512;

  @Override
  public OutboundRequest request(Page page, PageLinks links, String url, @Nullable String secret) {
    String alias = AlertKey.of(page, LONGEST_ALIAS);
    String alerts = Texts.withoutEndSlash(url) + "/v2/alerts";
    Map<String, String> headers = Map.of("Authorization", "GenieKey " + secret);
    if (page.action() == PageAction.RESOLVE) {
      String name = URLEncoder.encode(alias, StandardCharsets.UTF_8).replace("+", "%20");
      return new OutboundRequest(
          alerts + "/" + name + "/close?identifierType=alias",
          headers,
          Texts.json(Map.of("note", described(page, PageLinks.NONE))));
    }
    return new OutboundRequest(alerts, headers, Texts.json(alert(page, links, alias)));
  }

  private static Map<String, String> alert(Page page, PageLinks links, String alias) {
    Map<String, String> alert = new LinkedHashMap<>();
    alert.put("message", Texts.fit(Texts.withoutTags(page.title()), LONGEST_MESSAGE));
    alert.put("alias", alias);
    alert.put("description", described(page, links));
    alert.put("priority", priority(page.severity()));
    alert.put("source", "Tocsin");
    alert.put("entity", page.brand());
    alert.put("note", page.decision());
    return alert;
  }

  private static String described(Page page, PageLinks links) {
    return links.below(
        Texts.withoutTags(page.body()), LONGEST_DESCRIPTION, UnaryOperator.identity());
  }

  private static String priority(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "P1";
      case WARNING -> "P2";
      case NOTICE -> "P4";
    };
  }
}
