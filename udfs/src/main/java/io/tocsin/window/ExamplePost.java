package io.tocsin.window;

import io.tocsin.scoring.intent.IntentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public post that shows what a spike is about.
 *
 * @param id the mention's id
 * @param channel its network
 * @param author handle, or the account's id
 * @param text as written
 * @param influence from 0 to 1
 * @param negative probability that it is negative, from 0 to 1
 * @param kinds what it wants; empty where nobody can tell
 * @param drill id of the drill that it was made up for; null for a real post
 */
public record ExamplePost(
    String id,
    String channel,
    String author,
    String text,
    @Nullable String url,
    double influence,
    double negative,
    List<IntentKind> kinds,
    @Nullable String drill) {
  /** A real post. */
  public ExamplePost(
      String id,
      String channel,
      String author,
      String text,
      @Nullable String url,
      double influence,
      double negative,
      List<IntentKind> kinds) {
    this(id, channel, author, text, url, influence, negative, kinds, null);
  }
}
