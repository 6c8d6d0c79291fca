package io.tocsin.mention;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a mention as the firehose's contract JSON: one object in UTF-8, no line end, times as
 * epoch milliseconds, optional fields that are null left out. What it writes, {@link MentionParser}
 * reads.
 *
 * <p>Not thread-safe: it reuses one buffer.
 */
public final class MentionWriter {
  private static final int USUAL_BYTES = 1024;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString CHANNEL = new SerializedString("channel");
  private static final SerializedString TEXT = new SerializedString("text");
  private static final SerializedString LANG = new SerializedString("lang");
  private static final SerializedString CREATED_AT = new SerializedString("createdAt");
  private static final SerializedString AUTHOR = new SerializedString("author");
  private static final SerializedString HANDLE = new SerializedString("handle");
  private static final SerializedString FOLLOWERS = new SerializedString("followers");
  private static final SerializedString VERIFIED = new SerializedString("verified");
  private static final SerializedString KIND = new SerializedString("kind");
  private static final SerializedString CONVERSATION_ID = new SerializedString("conversationId");
  private static final SerializedString IN_REPLY_TO = new SerializedString("inReplyTo");
  private static final SerializedString ADDRESSED_TO = new SerializedString("addressedTo");
  private static final SerializedString LOCATION = new SerializedString("location");
  private static final SerializedString URL = new SerializedString("url");
  private static final SerializedString VISIBILITY = new SerializedString("visibility");
  private static final SerializedString ENGAGEMENT = new SerializedString("engagement");
  private static final SerializedString LIKES = new SerializedString("likes");
  private static final SerializedString SHARES = new SerializedString("shares");
  private static final SerializedString REPLIES = new SerializedString("replies");
  private static final SerializedString VIEWS = new SerializedString("views");
  private static final SerializedString DRILL = new SerializedString("drill");
  private static final SerializedString TO_REAL_PEOPLE = new SerializedString("toRealPeople");
  private static final SerializedString ENDS_AT = new SerializedString("endsAt");

  private final ByteArrayBuilder buffer = new ByteArrayBuilder(USUAL_BYTES);

  /** The mention as bytes of its own. Half a surrogate pair is kept as an escape. */
  public byte[] write(Mention mention) {
    buffer.reset();
    try (JsonGenerator json = JSON.createGenerator(buffer)) {
      write(json, mention);
    } catch (IOException e) {
      throw new UncheckedIOException("mention " + mention.id() + " is not writable as JSON", e);
    }
    return buffer.toByteArray();
  }

  /** Writes the mention as the next value of a larger document. */
  public static void write(JsonGenerator json, Mention mention) throws IOException {
    json.writeStartObject();
    write(json, ID, mention.id());
    write(json, CHANNEL, mention.channel());
    write(json, TEXT, mention.text());
    write(json, LANG, mention.lang());
    write(json, CREATED_AT, mention.createdAtMillis());
    writeAuthor(json, mention.author());
    write(json, KIND, wordOf(mention.kind()));
    write(json, CONVERSATION_ID, mention.conversationId());
    write(json, IN_REPLY_TO, mention.inReplyTo());
    write(json, ADDRESSED_TO, mention.addressedTo());
    write(json, LOCATION, mention.location());
    write(json, URL, mention.url());
    write(json, VISIBILITY, wordOf(mention.visibility()));
    writeEngagement(json, mention.engagement());
    writeDrill(json, mention.drill());
    json.writeEndObject();
  }

  private static void writeAuthor(JsonGenerator json, Author author) throws IOException {
    json.writeFieldName(AUTHOR);
    json.writeStartObject();
    write(json, ID, author.id());
    write(json, HANDLE, author.handle());
    Long followers = author.followers();
    if (followers != null) {
      write(json, FOLLOWERS, followers.longValue());
    }
    Boolean verified = author.verified();
    if (verified != null) {
      json.writeFieldName(VERIFIED);
      json.writeBoolean(verified);
    }
    Long createdAtMillis = author.createdAtMillis();
    if (createdAtMillis != null) {
      write(json, CREATED_AT, createdAtMillis.longValue());
    }
    json.writeEndObject();
  }

  private static void writeEngagement(JsonGenerator json, Engagement engagement)
      throws IOException {
    json.writeFieldName(ENGAGEMENT);
    json.writeStartObject();
    write(json, LIKES, engagement.likes());
    write(json, SHARES, engagement.shares());
    write(json, REPLIES, engagement.replies());
    write(json, VIEWS, engagement.views());
    json.writeEndObject();
  }

  private static void writeDrill(JsonGenerator json, @Nullable Drill drill) throws IOException {
    if (drill == null) {
      return;
    }
    json.writeFieldName(DRILL);
    json.writeStartObject();
    write(json, ID, drill.id());
    json.writeFieldName(TO_REAL_PEOPLE);
    json.writeBoolean(drill.toRealPeople());
    write(json, ENDS_AT, drill.endsAt().toEpochMilli());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, SerializedString field, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeFieldName(field);
      json.writeString(value);
    }
  }

  private static void write(JsonGenerator json, SerializedString field, long value)
      throws IOException {
    json.writeFieldName(field);
    json.writeNumber(value);
  }

  private static void write(JsonGenerator json, SerializedString field, List<String> values)
      throws IOException {
    json.writeFieldName(field);
    json.writeStartArray();
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static String wordOf(MentionKind kind) {
    return switch (kind) {
      case POST -> "post";
      case REPLY -> "reply";
      case REPOST -> "repost";
      case QUOTE -> "quote";
    };
  }

  private static String wordOf(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> "public";
      case PRIVATE -> "private";
    };
  }
}
