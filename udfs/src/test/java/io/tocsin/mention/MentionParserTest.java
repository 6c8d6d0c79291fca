package io.tocsin.mention;

import static io.tocsin.mention.RandomMentions.RECEIVED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionParserTest {
  private static final long CREATED_AT = RECEIVED_AT - 1_000;
  private static final String REQUIRED =
      "\"id\":\"1\",\"channel\":\"x\",\"text\":\"no signal\",\"createdAt\":"
          + CREATED_AT
          + ",\"author\":{\"id\":\"7\"}";

  private final MentionParser parser = new MentionParser();

  @Test
  void readsEveryField() {
    Mention mention =
        accepted(
            """
            {"id":"1","channel":"x","text":"@acme no signal 😡","lang":"en-GB",
             "createdAt":"2026-02-25T06:13:19.500Z",
             "author":{"id":"7","handle":"@jo","followers":12,"verified":true,
                       "createdAt":"2015-01-01T00:00:00Z"},
             "kind":"reply","conversationId":"c","inReplyTo":"0","addressedTo":["@acme","other"],
             "location":"London","url":"https://x.com/jo/1","visibility":"private",
             "engagement":{"likes":1,"shares":2,"replies":3,"views":4}}
            """);

    assertThat(mention)
        .isEqualTo(
            new Mention(
                "1",
                "x",
                "@acme no signal 😡",
                "en-GB",
                Instant.parse("2026-02-25T06:13:19.500Z").toEpochMilli(),
                new Author("7", "jo", 12L, true, 1_420_070_400_000L),
                MentionKind.REPLY,
                "c",
                "0",
                List.of("acme", "other"),
                "London",
                "https://x.com/jo/1",
                Visibility.PRIVATE,
                new Engagement(1, 2, 3, 4)));
  }

  @Test
  void fillsInWhatIsOptional() {
    assertThat(accepted("{" + REQUIRED + "}"))
        .isEqualTo(
            new Mention(
                "1",
                "x",
                "no signal",
                null,
                CREATED_AT,
                new Author("7", null, null, null, null),
                MentionKind.POST,
                null,
                null,
                List.of(),
                null,
                null,
                Visibility.PUBLIC,
                Engagement.NONE));
  }

  @Test
  void takesNullAndEmptyOptionalFieldsAsAbsent() {
    String nulls =
        """
        ,"lang":null,"kind":null,"conversationId":"","inReplyTo":null,"addressedTo":null,
        "location":"","url":null,"visibility":null,"engagement":null}
        """;

    assertThat(accepted("{" + REQUIRED + nulls)).isEqualTo(accepted("{" + REQUIRED + "}"));
  }

  @Test
  void passesOverUnknownFieldsHoweverNested() {
    String unknown = ",\"x\":{\"text\":[1,{\"id\":null}]},\"y\":[[[\"id\"]]],\"z\":1e99}";

    assertThat(accepted("{" + REQUIRED + unknown)).isEqualTo(accepted("{" + REQUIRED + "}"));
  }

  @Test
  void takesTheLastOfAFieldNamedTwice() {
    assertThat(accepted("{" + REQUIRED + ",\"text\":\"second\"}").text()).isEqualTo("second");
  }

  @Test
  void acceptsAByteOrderMarkAndSpaceAround() {
    assertThat(accepted("\uFEFF \n{" + REQUIRED + "} \r\n").id()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-01T12:34:56Z, 2026-02-01T12:34:56Z",
    "2026-02-01T12:34:56.7Z, 2026-02-01T12:34:56.700Z",
    "2026-02-01T12:34:56.78Z, 2026-02-01T12:34:56.780Z",
    "2026-02-01T12:34:56.789Z, 2026-02-01T12:34:56.789Z",
    "2026-02-01T12:34:56.789999999Z, 2026-02-01T12:34:56.789Z",
    "2026-02-01T14:34:56+02:00, 2026-02-01T12:34:56Z",
    "2026-02-01T12:34Z, 2026-02-01T12:34:00Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
  })
  void readsIsoTimesWithAnyOffset(String written, String meant) {
    Mention mention = accepted("{" + REQUIRED + ",\"createdAt\":\"" + written + "\"}");

    assertThat(Instant.ofEpochMilli(mention.createdAtMillis())).isEqualTo(Instant.parse(meant));
  }

  @Test
  void refusesATombstone() {
    ParsedRecord parsed = parser.parse(new RawRecord(null, "t", 3, 4, RECEIVED_AT));

    assertThat(parsed.deadLetter())
        .usingRecursiveComparison()
        .isEqualTo(
            new DeadLetter(
                DeadLetterReason.NULL_RECORD,
                "the record has no value",
                "t",
                3,
                4,
                new byte[0],
                Instant.ofEpochMilli(RECEIVED_AT)));
  }

  @Test
  void keepsTheBytesAndThePlaceOfWhatItRefuses() {
    byte[] bytes = "[]".getBytes(StandardCharsets.UTF_8);

    DeadLetter letter =
        Objects.requireNonNull(
            parser.parse(new RawRecord(bytes, "topic", 3, 4, RECEIVED_AT)).deadLetter());

    assertThat(letter.bytes()).isEqualTo(bytes);
    assertThat(letter.source()).isEqualTo("topic");
    assertThat(letter.partition()).isEqualTo(3);
    assertThat(letter.offset()).isEqualTo(4);
    assertThat(letter.receivedAt()).isEqualTo(Instant.ofEpochMilli(RECEIVED_AT));
  }

  static List<byte[]> illFormedSequences() {
    return List.of(
        bytes(0x80),
        bytes(0xC0, 0x80),
        bytes(0xC1, 0xBF),
        bytes(0xC3),
        bytes(0xE0, 0x9F, 0xBF),
        bytes(0xE2, 0x82),
        bytes(0xED, 0xA0, 0x80),
        bytes(0xF0, 0x8F, 0xBF, 0xBF),
        bytes(0xF4, 0x90, 0x80, 0x80),
        bytes(0xF5, 0x80, 0x80, 0x80),
        bytes(0xFE),
        bytes(0xFF));
  }

  @ParameterizedTest
  @MethodSource("illFormedSequences")
  void refusesWhatIsNotUtf8WhereverItStands(byte[] sequence) {
    String bad = new String(sequence, StandardCharsets.ISO_8859_1);
    for (String record :
        List.of(
            "{" + REQUIRED + ",\"text\":\"" + bad + "\"}",
            "{" + REQUIRED + ",\"unknown\":{\"deep\":[\"" + bad + "\"]}}",
            "{" + REQUIRED + ",\"" + bad + "\":1}",
            "{" + REQUIRED + "}" + bad)) {
      DeadLetter letter = refused(record.getBytes(StandardCharsets.ISO_8859_1));

      assertThat(letter.reason()).isEqualTo(DeadLetterReason.INVALID_UTF8);
      assertThat(letter.detail())
          .contains("0x%02X at offset %d".formatted(sequence[0] & 0xFF, record.indexOf(bad)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "42",
        "{",
        "{\"id\"",
        "{\"id\":\"1\"",
        "{\"id\":\"1\",}",
        "{'id':'1'}",
        "{\"id\":\"a\nb\"}",
        "{\"id\":\"\\x\"}",
        "{\"id\":NaN}",
      })
  void refusesWhatIsNotOneJsonObject(String record) {
    assertThat(refused(record).reason()).isEqualTo(DeadLetterReason.MALFORMED_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"}", "{}", "x", ",", "null"})
  void refusesWhatFollowsTheObject(String rest) {
    assertThat(refused("{" + REQUIRED + "}" + rest).reason())
        .isEqualTo(DeadLetterReason.MALFORMED_JSON);
  }

  @Test
  void refusesEndlessNesting() {
    String deep = "[".repeat(100_000);

    assertThat(refused("{" + REQUIRED + ",\"x\":" + deep + "}").reason())
        .isEqualTo(DeadLetterReason.MALFORMED_JSON);
  }

  @Test
  void refusesUtf16() {
    assertThat(refused(("{" + REQUIRED + "}").getBytes(StandardCharsets.UTF_16LE)).reason())
        .isEqualTo(DeadLetterReason.MALFORMED_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "channel", "text", "createdAt", "author"})
  void refusesAMissingNullOrEmptyRequiredField(String field) {
    String absent = "{" + REQUIRED.replaceFirst("\"" + field + "\":", "\"other\":") + "}";
    for (String record : List.of(absent, "{" + REQUIRED + ",\"" + field + "\":null}")) {
      assertThat(refused(record).detail()).isEqualTo(field + " is missing");
      assertThat(refused(record).reason()).isEqualTo(DeadLetterReason.MISSING_FIELD);
    }
    if (!field.equals("author")) {
      assertThat(refused("{" + REQUIRED + ",\"" + field + "\":\"\"}").reason())
          .isEqualTo(DeadLetterReason.MISSING_FIELD);
    }
  }

  @Test
  void refusesAnAuthorWithoutId() {
    DeadLetter letter = refused("{" + REQUIRED + ",\"author\":{\"handle\":\"jo\"}}");

    assertThat(letter.reason()).isEqualTo(DeadLetterReason.MISSING_FIELD);
    assertThat(letter.detail()).isEqualTo("author.id is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"text\":5 | text is a number: 5",
        "\"id\":12 | id is a number: 12",
        "\"channel\":{} | channel is an object",
        "\"lang\":true | lang is true",
        "\"createdAt\":1.5 | createdAt is a number: 1.5",
        "\"createdAt\":\"yesterday\" | createdAt is not an ISO-8601 time: yesterday",
        "\"createdAt\":\"2026-02-30T00:00:00Z\" | createdAt is not an ISO-8601 time: 2026-02-30T00:00:00Z",
        "\"createdAt\":\"2026-01-01T00:00:61Z\" | createdAt is not an ISO-8601 time: 2026-01-01T00:00:61Z",
        "\"createdAt\":\"2026-01-01T00:00:00\" | createdAt is not an ISO-8601 time: 2026-01-01T00:00:00",
        "\"createdAt\":\"+999999999-01-01T00:00:00Z\" | createdAt is not an ISO-8601 time: +999999999-01-01T00:00:00Z",
        "\"author\":\"jo\" | author is a string: jo",
        "\"author\":{\"id\":7} | author.id is a number: 7",
        "\"author\":{\"id\":\"7\",\"followers\":\"12\"} | author.followers is a string: 12",
        "\"author\":{\"id\":\"7\",\"followers\":1.5} | author.followers is a number: 1.5",
        "\"author\":{\"id\":\"7\",\"verified\":\"yes\"} | author.verified is a string: yes",
        "\"kind\":\"story\" | kind is an unknown word: story",
        "\"visibility\":\"friends\" | visibility is an unknown word: friends",
        "\"addressedTo\":\"acme\" | addressedTo is a string: acme",
        "\"addressedTo\":[\"acme\",null] | addressedTo[] is null",
        "\"engagement\":3 | engagement is a number: 3",
        "\"engagement\":{\"likes\":\"3\"} | engagement.likes is a string: 3",
      })
  void refusesAWrongType(String field, String detail) {
    DeadLetter letter = refused("{" + REQUIRED + "," + field + "}");

    assertThat(letter.detail()).isEqualTo(detail);
    assertThat(letter.reason()).isEqualTo(DeadLetterReason.WRONG_TYPE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"author\":{\"id\":\"7\",\"followers\":-3} | author.followers is negative: -3",
        "\"engagement\":{\"views\":-1} | engagement.views is negative: -1",
        "\"engagement\":{\"views\":9223372036854775808} | engagement.views does not fit 64 bits: 9223372036854775808",
        "\"createdAt\":99999999999999999999 | createdAt does not fit 64 bits: 99999999999999999999",
        "\"author\":{\"id\":\"7\",\"createdAt\":0} | author.createdAt is before 2000 or after it was received: 0",
        "\"author\":{\"id\":\"7\",\"createdAt\":\"2100-01-01T00:00:00Z\"} | author.createdAt is before 2000 or after it was received: 4102444800000",
      })
  void refusesANumberOutOfRange(String field, String detail) {
    DeadLetter letter = refused("{" + REQUIRED + "," + field + "}");

    assertThat(letter.detail()).isEqualTo(detail);
    assertThat(letter.reason()).isEqualTo(DeadLetterReason.OUT_OF_RANGE);
  }

  @Test
  void acceptsTheLongestTextAndRefusesOneMore() {
    String longest = "x".repeat(MentionParser.MAX_TEXT_CHARS);

    assertThat(accepted("{" + REQUIRED + ",\"text\":\"" + longest + "\"}").text())
        .isEqualTo(longest);
    assertThat(refused("{" + REQUIRED + ",\"text\":\"" + longest + "x\"}").detail())
        .isEqualTo("text has 20001 characters, the limit is 20000");
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 20, 30_000_000})
  void refusesAHugeTextForItsLength(int chars) {
    assertThat(refused("{" + REQUIRED + ",\"text\":\"" + "x".repeat(chars) + "\"}").reason())
        .isEqualTo(DeadLetterReason.TEXT_TOO_LONG);
  }

  @Test
  void refusesTimesBefore2000() {
    long earliest = MentionParser.EARLIEST_MILLIS;

    assertThat(accepted("{" + REQUIRED + ",\"createdAt\":" + earliest + "}").createdAtMillis())
        .isEqualTo(earliest);
    assertThat(refused("{" + REQUIRED + ",\"createdAt\":" + (earliest - 1) + "}").reason())
        .isEqualTo(DeadLetterReason.TIME_TOO_OLD);
  }

  @Test
  void refusesTimesInTheFutureButForgivesFiveMinutes() {
    long latest = RECEIVED_AT + MentionParser.FUTURE_TOLERANCE_MILLIS;

    Mention ahead = accepted("{" + REQUIRED + ",\"createdAt\":" + latest + "}");
    assertThat(MentionParser.eventTimeMillis(ahead, RECEIVED_AT)).isEqualTo(RECEIVED_AT);
    assertThat(refused("{" + REQUIRED + ",\"createdAt\":" + (latest + 1) + "}").reason())
        .isEqualTo(DeadLetterReason.TIME_IN_FUTURE);
  }

  @Test
  void takesTheTimeOfPostingAsEventTime() {
    assertThat(MentionParser.eventTimeMillis(accepted("{" + REQUIRED + "}"), RECEIVED_AT))
        .isEqualTo(CREATED_AT);
  }

  @ParameterizedTest
  @CsvSource({
    "\\ud800, \uFFFD",
    "a\\udc00b, a\uFFFDb",
    "\\ud83d\\ud83d\\ude00, \uFFFD😀",
    "\\ud83d\\ude00\\ude00, 😀\uFFFD",
    "\\uD83D\\uDE00, 😀",
  })
  void replacesLoneSurrogates(String escaped, String read) {
    Mention mention =
        accepted(
            "{"
                + REQUIRED
                + ",\"text\":\"%s\",\"location\":\"%s\",\"addressedTo\":[\"%s\"]}"
                    .formatted(escaped, escaped, escaped));

    assertThat(mention.text()).isEqualTo(read);
    assertThat(mention.location()).isEqualTo(read);
    assertThat(mention.addressedTo()).containsExactly(read);
  }

  @Test
  void shortensTheValueItQuotes() {
    String detail = refused("{" + REQUIRED + ",\"kind\":\"" + "🔥".repeat(5_000) + "\"}").detail();

    assertThat(detail)
        .hasSizeLessThan(120)
        .startsWith("kind is an unknown word: 🔥")
        .endsWith("...");
    assertThat(WellFormed.repair(detail)).isSameAs(detail);
  }

  @Test
  void readsBackEveryMentionAsItWasWritten() {
    long seed = 20_260_301L;
    RandomMentions mentions = new RandomMentions(new Random(seed));
    for (int i = 0; i < 2_000; i++) {
      Mention mention = mentions.next();

      assertThat(accepted(MentionJson.of(mention)))
          .as("seed %d, mention %d", seed, i)
          .isEqualTo(mention);
    }
  }

  @Test
  void givesExactlyOneOfTheTwoForAnyBytes() {
    long seed = 20_260_302L;
    Random random = new Random(seed);
    RandomMentions mentions = new RandomMentions(random);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes =
          mutated(MentionJson.of(mentions.next()).getBytes(StandardCharsets.UTF_8), random);

      ParsedRecord parsed = parse(bytes);

      assertThat(parsed.mention() == null)
          .as("seed %d, record %d", seed, i)
          .isNotEqualTo(parsed.deadLetter() == null);
      refused += parsed.mention() == null ? 1 : 0;
    }
    assertThat(refused).as("seed %d", seed).isBetween(2_000, 19_000);
  }

  @Test
  void readsOnAfterRefusing() {
    Mention before = accepted("{" + REQUIRED + "}");
    refused("{" + REQUIRED + ",\"lang\":\"de\",\"kind\":\"reply\",\"x\":");

    assertThat(accepted("{" + REQUIRED + "}")).isEqualTo(before);
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] copy = bytes.clone();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(copy.length);
      switch (random.nextInt(4)) {
        case 0 -> copy[at] = (byte) random.nextInt(256);
        case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> copy = java.util.Arrays.copyOf(copy, Math.max(1, at));
        default -> copy[at] = copy[random.nextInt(copy.length)];
      }
    }
    return copy;
  }

  private Mention accepted(String json) {
    ParsedRecord parsed = parse(json.getBytes(StandardCharsets.UTF_8));
    assertThat(parsed.deadLetter()).as("refused: %s", json).isNull();
    return Objects.requireNonNull(parsed.mention());
  }

  private DeadLetter refused(String json) {
    return refused(json.getBytes(StandardCharsets.UTF_8));
  }

  private DeadLetter refused(byte[] bytes) {
    ParsedRecord parsed = parse(bytes);
    assertThat(parsed.mention()).isNull();
    return Objects.requireNonNull(parsed.deadLetter());
  }

  private ParsedRecord parse(byte[] bytes) {
    return parser.parse(new RawRecord(bytes, "mentions", 0, 0, RECEIVED_AT));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
