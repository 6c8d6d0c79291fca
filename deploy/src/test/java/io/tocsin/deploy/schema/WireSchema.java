package io.tocsin.deploy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tocsin.jobs.wire.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schema file of one topic. */
final class WireSchema {
  private static final String RECORDS_SUFFIX = ".jsonl";

  /** The plan's file itself has the topic's name. */
  private static final String PLAN_NOTICES = "plan-notices";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode document;
  private final Schema schema;

  private WireSchema(JsonNode document) {
    this.document = document;
    this.schema = REGISTRY.getSchema(document);
  }

  static WireSchema of(Topic topic) throws IOException {
    return new WireSchema(new ObjectMapper().readTree(Files.readString(file(topic))));
  }

  static Path file(Topic topic) {
    String name = topic.fileName();
    String stem =
        topic == Topic.CRISIS_PLAN
            ? PLAN_NOTICES
            : name.substring(0, name.length() - RECORDS_SUFFIX.length());
    return Path.of("schemas", stem + ".schema.json");
  }

  /** What is wrong with the schema itself. */
  List<String> faults() {
    Schema metaSchema =
        REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    return messages(metaSchema.validate(document));
  }

  /** What is wrong with a record, formats included; empty where it is valid. */
  List<String> faultsOf(String json) {
    return messages(
        schema.validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))));
  }

  JsonNode document() {
    return document;
  }

  /** What a node of the document stands for: itself, or what it refers to. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static List<String> messages(List<Error> errors) {
    return errors.stream().map(Error::toString).toList();
  }
}
