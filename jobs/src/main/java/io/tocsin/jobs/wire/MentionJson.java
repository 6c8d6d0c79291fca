package io.tocsin.jobs.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.MentionWriter;
import java.io.IOException;

/** Teaches Jackson the firehose's own form of a mention. */
final class MentionJson {
  private MentionJson() {}

  static SimpleModule module() {
    return new SimpleModule("mention")
        .addSerializer(Mention.class, new Writer())
        .addDeserializer(Mention.class, new Reader());
  }

  private static final class Writer extends JsonSerializer<Mention> {
    @Override
    public void serialize(Mention mention, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      MentionWriter.write(json, mention);
    }
  }

  private static final class Reader extends JsonDeserializer<Mention> {
    @Override
    public Mention deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.isExpectedStartObjectToken()) {
        return context.reportInputMismatch(this, "a mention is an object");
      }
      return MentionParser.read(json);
    }
  }
}
