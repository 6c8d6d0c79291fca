package io.tocsin.mention;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes a mention as the firehose's contract says, for tests of the parser. */
final class MentionJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private MentionJson() {}

  static String of(Mention mention) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      write(mention, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void write(Mention mention, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", mention.id());
    json.writeStringField("channel", mention.channel());
    json.writeStringField("text", mention.text());
    writeText(json, "lang", mention.lang());
    json.writeNumberField("createdAt", mention.createdAtMillis());
    writeAuthor(mention.author(), json);
    json.writeStringField("kind", mention.kind().name().toLowerCase(java.util.Locale.ROOT));
    writeText(json, "conversationId", mention.conversationId());
    writeText(json, "inReplyTo", mention.inReplyTo());
    json.writeArrayFieldStart("addressedTo");
    for (String handle : mention.addressedTo()) {
      json.writeString(handle);
    }
    json.writeEndArray();
    writeText(json, "location", mention.location());
    writeText(json, "url", mention.url());
    json.writeStringField(
        "visibility", mention.visibility().name().toLowerCase(java.util.Locale.ROOT));
    writeEngagement(mention.engagement(), json);
    json.writeEndObject();
  }

  private static void writeAuthor(Author author, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("author");
    json.writeStringField("id", author.id());
    writeText(json, "handle", author.handle());
    writeNumber(json, "followers", author.followers());
    if (author.verified() == null) {
      json.writeNullField("verified");
    } else {
      json.writeBooleanField("verified", author.verified());
    }
    writeNumber(json, "createdAt", author.createdAtMillis());
    json.writeEndObject();
  }

  private static void writeEngagement(Engagement engagement, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("engagement");
    json.writeNumberField("likes", engagement.likes());
    json.writeNumberField("shares", engagement.shares());
    json.writeNumberField("replies", engagement.replies());
    json.writeNumberField("views", engagement.views());
    json.writeEndObject();
  }

  private static void writeText(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    json.writeFieldName(name);
    json.writeString(value);
  }

  private static void writeNumber(JsonGenerator json, String name, @Nullable Long value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
