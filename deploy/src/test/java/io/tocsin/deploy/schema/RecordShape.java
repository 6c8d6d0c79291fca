package io.tocsin.deploy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.mention.Mention;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares a schema with the record it describes, all the way down: names, types, nullability, the
 * words of enums, and that nothing else is allowed.
 */
final class RecordShape {
  private static final Map<Class<?>, String> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, "string"),
          Map.entry(Instant.class, "string"),
          Map.entry(byte[].class, "string"),
          Map.entry(int.class, "integer"),
          Map.entry(long.class, "integer"),
          Map.entry(Long.class, "integer"),
          Map.entry(float.class, "number"),
          Map.entry(Float.class, "number"),
          Map.entry(double.class, "number"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(Boolean.class, "boolean"));

  private final WireSchema schema;
  private final boolean closed;
  private final List<String> differences = new ArrayList<>();

  private RecordShape(WireSchema schema, boolean closed) {
    this.schema = schema;
    this.closed = closed;
  }

  /**
   * Where they differ, one line each.
   *
   * @param closed whether the schema must refuse fields that the record does not have
   */
  static List<String> differences(WireSchema schema, Class<?> type, boolean closed) {
    RecordShape shape = new RecordShape(schema, closed);
    shape.compareRecord(type.getSimpleName(), schema.document(), type, false);
    return shape.differences;
  }

  private void compareRecord(String path, JsonNode node, Class<?> type, boolean nullable) {
    RecordComponent[] components = type.getRecordComponents();
    Set<String> names = new TreeSet<>();
    Arrays.stream(components).map(RecordComponent::getName).forEach(names::add);
    expect(path + " type", statedAs("object", nullable), statedTypes(node));
    expect(path + " fields", names, namesIn(node.path("properties")));
    Set<String> required = textsIn(node.path("required"));
    if (closed) {
      expect(path + " required fields", names, required);
    } else {
      expect(path + " requires only what it has", true, names.containsAll(required));
    }
    expect(path + " open", !closed, node.path("additionalProperties").asBoolean(true));
    for (RecordComponent component : components) {
      JsonNode property = node.path("properties").path(component.getName());
      compare(path + "." + component.getName(), property, component.getAnnotatedType());
    }
  }

  private void compare(String path, JsonNode node, AnnotatedType annotated) {
    JsonNode resolved = schema.resolve(node);
    expect(path + " is described", true, resolved.path("description").isTextual());
    compareType(path, resolved, annotated);
  }

  private void compareType(String path, JsonNode node, AnnotatedType annotated) {
    if (annotated instanceof AnnotatedParameterizedType generic) {
      compareGeneric(path, node, generic);
      return;
    }
    Class<?> type = (Class<?>) annotated.getType();
    if (type == Mention.class) {
      return; // it has the firehose's form: see MentionSchemaTest
    }
    if (type.isRecord()) {
      compareRecord(path, node, type, annotated.isAnnotationPresent(Nullable.class));
    } else if (type.isEnum()) {
      Set<String> words = wordsOf(type);
      if (annotated.isAnnotationPresent(Nullable.class)) {
        words.add("null");
      }
      expect(path + " words", words, textsIn(node.path("enum")));
    } else {
      compareScalar(path, node, type, annotated.isAnnotationPresent(Nullable.class));
    }
  }

  private void compareGeneric(String path, JsonNode node, AnnotatedParameterizedType generic) {
    AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
    boolean list = arguments.length == 1;
    AnnotatedType element = arguments[arguments.length - 1];
    expect(path + " type", list ? "array" : "object", node.path("type").asText());
    JsonNode elementNode = node.path(list ? "items" : "additionalProperties");
    compareType(path + "[]", schema.resolve(elementNode), element);
  }

  private void compareScalar(String path, JsonNode node, Class<?> type, boolean nullable) {
    expect(
        path + " type", statedAs(String.valueOf(SCALARS.get(type)), nullable), statedTypes(node));
    expect(path + " is a time", type == Instant.class, "date-time".equals(format(node)));
    expect(path + " is bytes", type == byte[].class, node.has("contentEncoding"));
  }

  private static Set<String> statedAs(String type, boolean nullable) {
    return nullable ? Set.of(type, "null") : Set.of(type);
  }

  private static Set<String> statedTypes(JsonNode node) {
    JsonNode stated = node.path("type");
    return stated.isTextual() ? Set.of(stated.asText()) : textsIn(stated);
  }

  private void expect(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add(what + ": " + expected + " in Java, " + found + " in the schema");
    }
  }

  private static String format(JsonNode node) {
    return node.path("format").asText();
  }

  private static Set<String> namesIn(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> textsIn(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Set<String> wordsOf(Class<?> enumeration) {
    Set<String> words = new TreeSet<>();
    for (Object word : enumeration.getEnumConstants()) {
      words.add(((Enum<?>) word).name());
    }
    return words;
  }
}
