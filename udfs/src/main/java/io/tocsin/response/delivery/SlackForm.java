package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A message to Slack's <a href="https://api.slack.com/messaging/webhooks">incoming webhook</a>.
 * Plain text: <a href="https://api.slack.com/reference/surfaces/formatting#escaping">{@code &},
 * {@code <} and {@code >} are escaped</a>, without which nothing can mention a person or a channel
 * or make a link, and Slack's marks are switched off. Our own links stand bare, which Slack makes
 * links of. Texts of more than 4,000 characters are cut. 400 is a message that it will never take,
 * 403, 404 and 410 a webhook that is no more, 429 a message too many: <a
 * href="https://api.slack.com/docs/rate-limits">one a second</a>.
 */
final class SlackForm implements PageForm {
  private static final int LONGEST = 4_000;

  @Override
  public OutboundRequest request(Page page, PageLinks links, String url, @Nullable String secret) {
    String text = links.below(page.title() + "\n" + page.body(), LONGEST, UnaryOperator.identity());
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("text", escaped(text));
    message.put("mrkdwn", false);
    message.put("unfurl_links", false);
    return new OutboundRequest(secret == null ? "" : secret, Map.of(), Texts.json(message));
  }

  @Override
  public long spacingMillis() {
    return 1_000;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
