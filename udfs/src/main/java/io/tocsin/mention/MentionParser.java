package io.tocsin.mention;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record of the firehose: a mention, or a dead letter that says what was wrong with it.
 * It never throws on a record.
 *
 * <p>A mention is one JSON object in UTF-8 with the fields of {@link Mention}; {@code createdAt} is
 * epoch milliseconds or an ISO-8601 time with its offset. Required are {@code id}, {@code channel},
 * {@code text}, {@code createdAt} and {@code author.id}; an empty string is as good as none. Fields
 * it does not know are passed over. A lone surrogate, which JSON can escape but UTF-8 cannot hold,
 * is replaced by U+FFFD rather than refused: the rest of the post still says something.
 *
 * <p>Thread-safe.
 */
public final class MentionParser {
  /**
   * The longest text accepted, in UTF-16 units. Nearly every post is far shorter; a longer one is a
   * document, and scoring it would hold up the mentions behind it.
   */
  public static final int MAX_TEXT_CHARS = 20_000;

  /**
   * 2000-01-01T00:00:00Z in epoch milliseconds: no post or account of a social network is older. It
   * catches times in seconds and clocks that start at 0.
   */
  public static final long EARLIEST_MILLIS = 946_684_800_000L;

  /**
   * How far a post's clock may run ahead of the moment we received it, in milliseconds. Networks'
   * clocks disagree by seconds; five minutes is what Kerberos (RFC 4120) allows, and more is a
   * wrong time zone or a broken clock.
   */
  public static final long FUTURE_TOLERANCE_MILLIS = 5 * 60_000L;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The longest message of the JSON parser passed on in a refusal, in UTF-16 units. */
  private static final int MAX_MESSAGE_CHARS = 200;

  private static final byte[] NO_BYTES = {};

  /** Names are not interned: a hostile sender could fill the JVM's string table with them. */
  private final JsonFactory factory =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  /** Reads one record. The bytes are kept in a dead letter and must not change afterwards. */
  public ParsedRecord parse(RawRecord raw) {
    byte[] bytes = raw.value();
    if (bytes == null) {
      return refused(raw, DeadLetterReason.NULL_RECORD, "the record has no value");
    }
    try {
      requireUtf8(bytes);
      Mention mention = read(bytes);
      requirePlausibleTimes(mention, raw.receivedAtMillis());
      return ParsedRecord.accepted(mention);
    } catch (RefusedException e) {
      return refused(raw, e.reason(), e.detail());
    } catch (JsonProcessingException e) {
      return refused(raw, DeadLetterReason.MALFORMED_JSON, malformation(e));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  /**
   * The event time of a mention in epoch milliseconds: when it was posted, but never later than
   * when it was received. A watermark follows the latest event time seen, so without this one post
   * whose clock runs five minutes ahead would make the posts of the next five minutes late.
   */
  public static long eventTimeMillis(Mention mention, long receivedAtMillis) {
    return Math.min(mention.createdAtMillis(), receivedAtMillis);
  }

  /**
   * Reads the mention whose object the JSON parser has just entered, to the object's end, as part
   * of a larger document. Times are taken as they are.
   *
   * @throws IOException if it is no mention; the message names the field
   */
  public static Mention read(JsonParser json) throws IOException {
    try {
      return new MentionReader().read(new FieldReader(json, true));
    } catch (RefusedException e) {
      throw new JsonParseException(json, e.detail(), e);
    }
  }

  private Mention read(byte[] bytes) throws IOException, RefusedException {
    int start = startsWithByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    try (JsonParser json = factory.createParser(bytes, start, bytes.length - start)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new RefusedException(DeadLetterReason.MALFORMED_JSON, "not a JSON object");
      }
      Mention mention =
          new MentionReader().read(new FieldReader(json, Utf8.mayEscapeSurrogates(bytes)));
      if (json.nextToken() != null) {
        throw new RefusedException(
            DeadLetterReason.MALFORMED_JSON,
            "more follows the object, at byte " + json.currentTokenLocation().getByteOffset());
      }
      return mention;
    }
  }

  private static void requireUtf8(byte[] bytes) throws RefusedException {
    int invalid = Utf8.firstInvalid(bytes);
    if (invalid != Utf8.VALID) {
      throw new RefusedException(
          DeadLetterReason.INVALID_UTF8,
          "byte 0x%02X at offset %d does not start a UTF-8 sequence"
              .formatted(bytes[invalid] & 0xFF, invalid));
    }
  }

  private static void requirePlausibleTimes(Mention mention, long receivedAtMillis)
      throws RefusedException {
    long created = mention.createdAtMillis();
    long latest = receivedAtMillis + FUTURE_TOLERANCE_MILLIS;
    if (created < EARLIEST_MILLIS) {
      throw new RefusedException(
          DeadLetterReason.TIME_TOO_OLD, "createdAt is before 2000: " + created);
    }
    if (created > latest) {
      throw new RefusedException(
          DeadLetterReason.TIME_IN_FUTURE,
          "createdAt is after it was received (" + receivedAtMillis + "): " + created);
    }
    requirePlausibleAccount(mention.author().createdAtMillis(), latest);
  }

  private static void requirePlausibleAccount(@Nullable Long opened, long latest)
      throws RefusedException {
    if (opened != null && (opened < EARLIEST_MILLIS || opened > latest)) {
      throw new RefusedException(
          DeadLetterReason.OUT_OF_RANGE,
          "author.createdAt is before 2000 or after it was received: " + opened);
    }
  }

  private static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == BYTE_ORDER_MARK[0]
        && bytes[1] == BYTE_ORDER_MARK[1]
        && bytes[2] == BYTE_ORDER_MARK[2];
  }

  private static String malformation(JsonProcessingException e) {
    String message =
        WellFormed.shorten(
            WellFormed.repair(String.valueOf(e.getOriginalMessage())), MAX_MESSAGE_CHARS);
    return e.getLocation() == null
        ? message
        : message + ", at byte " + e.getLocation().getByteOffset();
  }

  private static ParsedRecord refused(RawRecord raw, DeadLetterReason reason, String detail) {
    byte[] bytes = raw.value();
    return ParsedRecord.rejected(
        new DeadLetter(
            reason,
            detail,
            raw.source(),
            raw.partition(),
            raw.offset(),
            bytes == null ? NO_BYTES : bytes,
            Instant.ofEpochMilli(raw.receivedAtMillis())));
  }
}
