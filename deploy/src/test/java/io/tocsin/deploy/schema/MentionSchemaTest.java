package io.tocsin.deploy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.mention.Author;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.RawRecord;
import io.tocsin.mention.Visibility;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The firehose's schema promises what the parser keeps. */
class MentionSchemaTest {
  private static final long RECEIVED_MILLIS = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
  private static final String LEAST =
      """
      {"id": "m1", "channel": "x", "text": "hi", "createdAt": 1700000000000, "author": {"id": "a1"}}
      """;

  private final WireSchema schema = WireSchema.of(Topic.MENTIONS);

  MentionSchemaTest() throws IOException {}

  @Test
  void everyFieldOfARecordIsInTheSchemaAndTheOtherWayRound() {
    assertThat(fieldsAt("")).containsExactlyInAnyOrderElementsOf(fieldsOf(Mention.class));
    assertThat(fieldsAt("/properties/author"))
        .containsExactlyInAnyOrderElementsOf(fieldsOf(Author.class));
    assertThat(fieldsAt("/properties/engagement"))
        .containsExactlyInAnyOrderElementsOf(fieldsOf(Engagement.class));
  }

  @Test
  void everyWordOfAnEnumIsInTheSchemaAndTheOtherWayRound() {
    assertThat(wordsAt("kind")).containsExactlyInAnyOrderElementsOf(words(MentionKind.values()));
    assertThat(wordsAt("visibility"))
        .containsExactlyInAnyOrderElementsOf(words(Visibility.values()));
  }

  @Test
  void aScoredMentionHoldsTheMentionInTheFirehosesForm() throws IOException {
    JsonNode inner = WireSchema.of(Topic.SCORED_MENTIONS).document().at("/$defs/mention");

    for (String part : List.of("type", "properties", "required", "additionalProperties")) {
      assertThat(inner.get(part)).as(part).isEqualTo(schema.document().get(part));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"lang\": null",
        "\"createdAt\": \"2026-02-28T23:30:00+01:00\"",
        "\"createdAt\": \"2026-02-28T23:30:00.123Z\"",
        "\"author\": {\"id\": \"a1\", \"followers\": null, \"verified\": null, \"createdAt\":"
            + " null}",
        "\"author\": {\"id\": \"a1\", \"handle\": \"@ann\", \"createdAt\":"
            + " \"2020-01-01T00:00:00Z\"}",
        "\"kind\": null, \"visibility\": null, \"addressedTo\": null, \"engagement\": null",
        "\"kind\": \"repost\", \"visibility\": \"private\", \"addressedTo\": [\"@acme\"]",
        "\"engagement\": {\"likes\": 3, \"views\": null, \"hearts\": 2}",
        "\"unheardOf\": {\"deep\": [1]}",
        "\"drill\": null",
        "\"drill\": {\"id\": \"d-1\", \"endsAt\": \"2026-03-01T12:00:00Z\", \"toRealPeople\":"
            + " null}",
      })
  void whatTheSchemaAllowsTheParserReads(String fields) {
    String json = with(fields);

    assertThat(schema.faultsOf(json)).isEmpty();
    assertThat(parse(json).deadLetter()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\": \"\"",
        "\"id\": null",
        "\"channel\": 7",
        "\"text\": \"\"",
        "\"createdAt\": 946684799999",
        "\"createdAt\": 1700000000.5",
        "\"createdAt\": \"yesterday\"",
        "\"createdAt\": \"2026-02-28T23:30:00\"",
        "\"author\": {}",
        "\"author\": {\"id\": \"a1\", \"followers\": -3}",
        "\"author\": {\"id\": \"a1\", \"verified\": \"yes\"}",
        "\"author\": {\"id\": \"a1\", \"createdAt\": 1}",
        "\"kind\": \"shout\"",
        "\"addressedTo\": \"acme\"",
        "\"engagement\": {\"likes\": -1}",
        "\"engagement\": []",
        "\"drill\": \"d-1\"",
        "\"drill\": {\"id\": \"d-1\"}",
        "\"drill\": {\"id\": \"d~1\", \"endsAt\": 1700000000000}",
        "\"drill\": {\"id\": \"d-1\", \"endsAt\": 1700000000000, \"toRealPeople\": 1}",
      })
  void whatTheSchemaRefusesBecomesADeadLetter(String fields) {
    String json = with(fields);

    assertThat(schema.faultsOf(json)).isNotEmpty();
    assertThat(parse(json).deadLetter()).isNotNull();
  }

  @Test
  void bothRefuseATextBeyondTheLimit() {
    String longest = "a".repeat(MentionParser.MAX_TEXT_CHARS);

    assertThat(schema.faultsOf(with("\"text\": \"" + longest + "\""))).isEmpty();
    assertThat(schema.faultsOf(with("\"text\": \"" + longest + "a\""))).isNotEmpty();
    assertThat(parse(with("\"text\": \"" + longest + "a\"")).deadLetter()).isNotNull();
  }

  @Test
  void theLeastMentionHasFiveFields() {
    assertThat(schema.faultsOf(LEAST)).isEmpty();
    assertThat(parse(LEAST).mention()).isNotNull();
  }

  /** The least mention with more fields; of a field named twice the last counts for both. */
  private static String with(String fields) {
    return LEAST.strip().replaceFirst("}$", ", ") + fields + "}";
  }

  private static ParsedRecord parse(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new MentionParser().parse(new RawRecord(bytes, "test", 0, 0, RECEIVED_MILLIS));
  }

  private List<String> fieldsAt(String pointer) {
    return schema
        .document()
        .at(pointer + "/properties")
        .propertyStream()
        .map(e -> e.getKey())
        .toList();
  }

  private static List<String> fieldsOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> name.equals("createdAtMillis") ? "createdAt" : name)
        .toList();
  }

  private List<String> wordsAt(String field) {
    return StreamSupport.stream(
            schema.document().at("/properties/" + field + "/enum").spliterator(), false)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }

  private static List<String> words(Enum<?>... constants) {
    return Stream.of(constants).map(word -> word.name().toLowerCase(Locale.ROOT)).toList();
  }
}
