package io.tocsin.response.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The fields of one mapping. Of a value that is none, every field is absent without a further
 * problem.
 */
final class YamlFields {
  private final YamlValue owner;
  private final boolean readable;
  private final Map<String, YamlValue> values = new HashMap<>();

  private YamlFields(YamlValue owner, boolean readable) {
    this.owner = owner;
    this.readable = readable;
  }

  static YamlFields unreadable(YamlValue owner, String why) {
    owner.error(why);
    return new YamlFields(owner, false);
  }

  static YamlFields of(YamlValue owner, MappingNode mapping, List<String> known) {
    YamlFields fields = new YamlFields(owner, true);
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple pair : mapping.getValue()) {
      fields.add(pair, known, lines);
    }
    return fields;
  }

  /** The mapping itself. */
  YamlValue owner() {
    return owner;
  }

  /** Whether the value was a mapping at all. */
  boolean readable() {
    return readable;
  }

  @Nullable YamlValue optional(String key) {
    return values.get(key);
  }

  /** The field's value; its absence is an error. */
  @Nullable YamlValue required(String key) {
    YamlValue value = values.get(key);
    if (value == null && readable) {
      owner.errorAt(key, "is missing");
    }
    return value;
  }

  /** A required text with its place; null if it is absent or not of this form. */
  @Nullable Named named(String key, TextForm form) {
    YamlValue value = required(key);
    String text = value == null ? null : value.text(form);
    return value == null || text == null ? null : new Named(text, value);
  }

  /** An optional text; the fallback also stands in for one that is not of this form. */
  String text(String key, TextForm form, String fallback) {
    YamlValue value = optional(key);
    String text = value == null ? null : value.text(form);
    return text == null ? fallback : text;
  }

  /** A required word of an enum, in lower case; null if it is absent or another word. */
  <E extends Enum<E>> @Nullable E word(String key, Class<E> type) {
    YamlValue value = required(key);
    return value == null ? null : EnumWords.read(value, type);
  }

  private void add(NodeTuple pair, List<String> known, Map<String, Integer> lines) {
    if (!(pair.getKeyNode() instanceof ScalarNode keyNode)) {
      child("?", pair.getKeyNode()).error("a key must be a word");
      return;
    }
    String key = keyNode.getValue();
    YamlValue place = child(OneLine.cut(key), keyNode);
    Integer firstLine = lines.putIfAbsent(key, place.line());
    if (firstLine != null) {
      place.error("is set twice, first in line " + firstLine);
    } else if (known.contains(key)) {
      values.put(key, child(key, pair.getValueNode()));
    } else {
      place.error(unknown(key, known));
    }
  }

  private YamlValue child(String key, Node node) {
    return owner.child(key, node);
  }

  private static String unknown(String key, List<String> known) {
    String start = "unknown key " + OneLine.quote(key);
    if (key.equals("<<")) {
      return start + "; merging is not supported, repeat the fields";
    }
    return start + DidYouMean.hint(key, known);
  }
}
