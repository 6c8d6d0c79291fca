package io.tocsin.jobs.source;

import io.tocsin.mention.DeadLetter;
import io.tocsin.mention.DeadLetterReason;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Records of a firehose for tests. */
final class Mentions {
  private Mentions() {}

  static String json(String id, long createdAtMillis) {
    return "{\"id\":\"%s\",\"channel\":\"x\",\"text\":\"no signal\",\"createdAt\":%d,\"author\":{\"id\":\"a\"}}"
        .formatted(id, createdAtMillis);
  }

  static ParsedRecord accepted(String id, long createdAtMillis) {
    byte[] bytes = json(id, createdAtMillis).getBytes(StandardCharsets.UTF_8);
    return new MentionParser().parse(new RawRecord(bytes, "test", 0, 0, createdAtMillis));
  }

  static ParsedRecord rejected() {
    return new ParsedRecord(
        null,
        new DeadLetter(
            DeadLetterReason.NULL_RECORD, "no value", "test", 0, 0, new byte[0], Instant.EPOCH));
  }
}
