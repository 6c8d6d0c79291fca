package io.tocsin.mention;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the fields of one mention as they come and puts the mention together. */
final class MentionReader {
  private @Nullable String id;
  private @Nullable String channel;
  private @Nullable String text;
  private @Nullable String lang;
  private @Nullable Long createdAtMillis;
  private @Nullable Author author;
  private @Nullable MentionKind kind;
  private @Nullable String conversationId;
  private @Nullable String inReplyTo;
  private List<String> addressedTo = List.of();
  private @Nullable String location;
  private @Nullable String url;
  private @Nullable Visibility visibility;
  private Engagement engagement = Engagement.NONE;
  private @Nullable Drill drill;

  /**
   * Reads the fields of the object that was entered, to its end. Of a field named twice the last
   * counts.
   */
  Mention read(FieldReader fields) throws IOException, RefusedException {
    for (String name = fields.nextField(); name != null; name = fields.nextField()) {
      take(name, fields);
    }
    return new Mention(
        required(id, "id"),
        required(channel, "channel"),
        required(text, "text"),
        lang,
        required(createdAtMillis, "createdAt"),
        required(author, "author"),
        kind == null ? MentionKind.POST : kind,
        conversationId,
        inReplyTo,
        addressedTo,
        location,
        url,
        visibility == null ? Visibility.PUBLIC : visibility,
        engagement,
        drill);
  }

  private void take(String name, FieldReader fields) throws IOException, RefusedException {
    switch (name) {
      case "id" -> id = fields.string(name);
      case "channel" -> channel = fields.string(name);
      case "text" -> text = fields.string(name, MentionParser.MAX_TEXT_CHARS);
      case "lang" -> lang = fields.string(name);
      case "createdAt" -> createdAtMillis = fields.timeMillis(name);
      case "author" -> author = AuthorReader.read(fields);
      case "kind" -> kind = fields.word(name, MentionKind.class);
      case "conversationId" -> conversationId = fields.string(name);
      case "inReplyTo" -> inReplyTo = fields.string(name);
      case "addressedTo" -> addressedTo = fields.handles(name);
      case "location" -> location = fields.string(name);
      case "url" -> url = fields.string(name);
      case "visibility" -> visibility = fields.word(name, Visibility.class);
      case "drill" -> drill = DrillReader.read(fields);
      case "engagement" -> engagement = EngagementReader.read(fields);
      default -> fields.skip();
    }
  }

  private static <T> T required(@Nullable T value, String field) throws RefusedException {
    if (value == null) {
      throw new RefusedException(DeadLetterReason.MISSING_FIELD, field + " is missing");
    }
    return value;
  }
}
