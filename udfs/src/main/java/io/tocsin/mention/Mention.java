package io.tocsin.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One public post, reply, repost or quote that may concern a brand, as the firehose brings it.
 *
 * @param id the network's own id of the post, unique within Tocsin's input
 * @param channel the network: {@code x}, {@code facebook}, {@code bluesky}, ...
 * @param text what was written, at most {@link MentionParser#MAX_TEXT_CHARS} UTF-16 units
 * @param lang BCP 47 language tag as the network states it, or null where it states none
 * @param createdAtMillis when it was posted, epoch milliseconds
 * @param author who posted it
 * @param conversationId the thread it belongs to
 * @param inReplyTo id of the post it answers
 * @param addressedTo handles that it is addressed to, without {@code @}
 * @param location the author's own words for a place
 * @param url where a person can read it
 * @param drill the drill that it was made up for; null for a real post
 */
public record Mention(
    String id,
    String channel,
    String text,
    @Nullable String lang,
    long createdAtMillis,
    Author author,
    MentionKind kind,
    @Nullable String conversationId,
    @Nullable String inReplyTo,
    List<String> addressedTo,
    @Nullable String location,
    @Nullable String url,
    Visibility visibility,
    Engagement engagement,
    @Nullable Drill drill) {
  /** A real post. */
  public Mention(
      String id,
      String channel,
      String text,
      @Nullable String lang,
      long createdAtMillis,
      Author author,
      MentionKind kind,
      @Nullable String conversationId,
      @Nullable String inReplyTo,
      List<String> addressedTo,
      @Nullable String location,
      @Nullable String url,
      Visibility visibility,
      Engagement engagement) {
    this(
        id,
        channel,
        text,
        lang,
        createdAtMillis,
        author,
        kind,
        conversationId,
        inReplyTo,
        addressedTo,
        location,
        url,
        visibility,
        engagement,
        null);
  }
}
