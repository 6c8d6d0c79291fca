package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.window.ExamplePost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook receives: one JSON object in UTF-8 with these fields in this order. Fields may be
 * added later; receivers ignore what they do not know. Times are ISO-8601 in UTC.
 *
 * @param type always {@code tocsin.page}
 * @param version of this document's form: 1
 * @param dedupKey the same whenever the same page is sent again; a receiver that knows it has
 *     nothing to do
 * @param action {@code trigger} or {@code resolve}
 * @param severity {@code notice}, {@code warning} or {@code critical}
 * @param target the on-call target's name in the crisis plan
 * @param brand the brand's key
 * @param incidentId the same for every page of one crisis: a {@code resolve} ends the triggers of
 *     this incident
 * @param title one line
 * @param body what, since when, how big, why and what to do; several lines
 * @param since when the crisis began
 * @param at when the page was decided, in the time of the mentions
 * @param decision why this target is paged now
 * @param planVersion the crisis plan that decided it
 * @param examples public posts, the most influential first
 * @param ackUrl where its receiver acknowledges: GET shows a button, POST acknowledges; null where
 *     there is nothing to acknowledge, or no key for links
 * @param liveUrl the live page; null where no desk is known
 */
record WebhookDocument(
    String type,
    int version,
    String dedupKey,
    String action,
    String severity,
    String target,
    String brand,
    String incidentId,
    String title,
    String body,
    String since,
    String at,
    String decision,
    String planVersion,
    List<Example> examples,
    @Nullable String ackUrl,
    @Nullable String liveUrl) {

  /**
   * A public post.
   *
   * @param channel its network
   * @param author handle, or the account's id
   * @param text as written
   * @param url where to read it; null where unknown
   * @param kinds what it wants, such as {@code complaint}; empty where nobody can tell
   */
  record Example(
      String channel, String author, String text, @Nullable String url, List<String> kinds) {
    private static Example of(ExamplePost post) {
      return new Example(
          post.channel(),
          post.author(),
          post.text(),
          post.url(),
          post.kinds().stream().map(IntentKind::word).toList());
    }
  }

  static WebhookDocument of(Page page, PageLinks links) {
    return new WebhookDocument(
        "tocsin.page",
        1,
        page.dedupKey(),
        Texts.word(page.action()),
        Texts.word(page.severity()),
        page.target().name(),
        page.brand(),
        page.incidentId(),
        page.title(),
        page.body(),
        page.since().toString(),
        page.at().toString(),
        page.decision(),
        page.planVersion(),
        page.examples().stream().map(Example::of).toList(),
        links.ack(),
        links.live());
  }
}
