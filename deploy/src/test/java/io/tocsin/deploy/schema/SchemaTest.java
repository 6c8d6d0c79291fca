package io.tocsin.deploy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tocsin.incident.Ack;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
  /** What others write: it may hold more than Tocsin reads. */
  private static final Set<Topic> INPUTS =
      EnumSet.of(Topic.MENTIONS, Topic.ACKS, Topic.ASSIGNMENTS, Topic.RESPONSES, Topic.CRISIS_PLAN);

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyTopicHasOneSchemaAndNoSchemaIsLeftOver() throws IOException {
    Set<Path> expected =
        Arrays.stream(Topic.values()).map(WireSchema::file).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(Path.of("schemas"))) {
      assertThat(files.filter(file -> !file.endsWith("crisis-plan.schema.json")))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySchemaIsAFaultlessSchema(Topic topic) throws IOException {
    JsonNode document = WireSchema.of(topic).document();

    assertThat(WireSchema.of(topic).faults()).isEmpty();
    assertThat(document.get("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat("tocsin." + document.get("$id").asText().substring("urn:tocsin:".length()))
        .isEqualTo(topic.topicName());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MENTIONS")
  void everySchemaHasTheShapeOfItsRecord(Topic topic) throws IOException {
    WireSchema schema = WireSchema.of(topic);

    assertThat(RecordShape.differences(schema, topic.recordType(), !INPUTS.contains(topic)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatTocsinWritesIsValid(Topic topic) throws IOException {
    WireSchema schema = WireSchema.of(topic);

    assertThat(schema.faultsOf(json(topic, SampleRecords.full(topic)))).isEmpty();
    assertThat(schema.faultsOf(json(topic, SampleRecords.sparse(topic)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void recordWithoutARequiredFieldIsRefused(Topic topic) throws IOException {
    WireSchema schema = WireSchema.of(topic);
    assertThat(schema.document().get("required")).isNotEmpty();
    for (JsonNode field : schema.document().get("required")) {
      ObjectNode broken = sample(topic);
      broken.remove(field.asText());

      assertThat(schema.faultsOf(broken.toString())).as(field.asText()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void fieldOfAnotherTypeIsRefusedWhereverItStands(Topic topic) throws IOException {
    WireSchema schema = WireSchema.of(topic);
    for (String pointer : leaves(sample(topic))) {
      ObjectNode broken = sample(topic);
      replace(broken, pointer);

      assertThat(schema.faultsOf(broken.toString())).as(pointer).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyInputsMayHoldUnknownFields(Topic topic) throws IOException {
    ObjectNode more = sample(topic).put("unheardOf", 1);

    assertThat(WireSchema.of(topic).faultsOf(more.toString()).isEmpty())
        .isEqualTo(INPUTS.contains(topic));
  }

  @Test
  void anAcknowledgementFromBeforeThereWereActionsIsValidAndStaysOne() throws IOException {
    String before =
        """
        {"incidentId": "acme/1", "brand": "acme", "by": "ann", "at": "2026-03-01T12:00:00Z"}
        """;

    assertThat(WireSchema.of(Topic.ACKS).faultsOf(before)).isEmpty();
    assertThat(WireJson.fromBytes(before.getBytes(StandardCharsets.UTF_8), Ack.class))
        .isEqualTo(new Ack("acme/1", "acme", "ann", Instant.parse("2026-03-01T12:00:00Z")));
  }

  @Test
  void whatSchemasShareIsTheSameInEach() throws IOException {
    Map<String, JsonNode> known = new HashMap<>();
    for (Topic topic : Topic.values()) {
      WireSchema.of(topic)
          .document()
          .path("$defs")
          .properties()
          .forEach(
              def -> {
                JsonNode before = known.putIfAbsent(def.getKey(), def.getValue());
                assertThat(def.getValue())
                    .as("%s in %s", def.getKey(), topic)
                    .isEqualTo(before == null ? def.getValue() : before);
              });
    }
    assertThat(known).containsKey("examplePost");
  }

  static String json(Topic topic, Object value) {
    byte[] bytes =
        topic == Topic.MENTIONS
            ? new MentionWriter().write((Mention) value)
            : WireJson.toBytes(value);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static ObjectNode sample(Topic topic) throws IOException {
    return (ObjectNode) JSON.readTree(json(topic, SampleRecords.full(topic)));
  }

  /** JSON pointers of all values that are neither objects nor arrays. */
  private static List<String> leaves(JsonNode root) {
    List<String> pointers = new ArrayList<>();
    addLeaves("", root, pointers);
    return pointers;
  }

  private static void addLeaves(String pointer, JsonNode node, List<String> pointers) {
    if (node.isObject()) {
      node.properties().forEach(e -> addLeaves(pointer + "/" + e.getKey(), e.getValue(), pointers));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        addLeaves(pointer + "/" + i, node.get(i), pointers);
      }
    } else {
      pointers.add(pointer);
    }
  }

  /** Puts a negative number for a text and a text for anything else. */
  private static void replace(ObjectNode root, String pointer) {
    int cut = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, cut));
    JsonNode wrong = root.at(pointer).isTextual() ? IntNode.valueOf(-1) : TextNode.valueOf("wrong");
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(pointer.substring(cut + 1)), wrong);
    } else {
      ((ObjectNode) parent).set(pointer.substring(cut + 1), wrong);
    }
  }
}
