package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An alert of GoAlert's generic API (<a
 * href="https://github.com/target/goalert/blob/master/docs/integration-keys.md">integration
 * keys</a>): a summary of at most 1,024 characters, details of at most 6,144, which it draws as
 * Markdown, closed by {@code action}. The token goes into the body, so that no address in a log
 * holds it. 200 and 204 are taken; 401 and 403 are a wrong token.
 */
final class GoAlertForm implements PageForm {
  private static final int LONGEST_SUMMARY = 1_024;
  private static final int LONGEST_DETAILS = 6_144;
  private static final int LONGEST_KEY = 512;
  private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]()#!|<>~]");

  @Override
  public OutboundRequest request(Page page, PageLinks links, String url, @Nullable String secret) {
    Map<String, String> alert = new LinkedHashMap<>();
    alert.put("token", secret);
    alert.put("summary", Texts.fit(page.title(), LONGEST_SUMMARY));
    alert.put(
        "details", links.below(plain(page.body()), LONGEST_DETAILS, link -> "<" + link + ">"));
    alert.put("dedup", AlertKey.of(page, LONGEST_KEY));
    if (page.action() == PageAction.RESOLVE) {
      alert.put("action", "close");
    }
    return new OutboundRequest(
        Texts.withoutEndSlash(url) + "/api/v2/generic/incoming", Map.of(), Texts.json(alert));
  }

  /** With all that Markdown would draw escaped. */
  private static String plain(String text) {
    return MARKS.matcher(text).replaceAll("\\\\$0");
  }
}
