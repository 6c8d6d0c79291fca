package io.tocsin.response.plan;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML values in words, for messages. */
final class YamlWords {
  private YamlWords() {}

  static String describe(Node node) {
    if (!isStandard(node.getTag())) {
      return "a value tagged " + OneLine.quote(node.getTag().getValue());
    }
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return node instanceof ScalarNode scalar ? describe(scalar) : "an alias";
  }

  /** YAML takes {@code no}, {@code 2026-01-01} and {@code 1.0} for other things than text. */
  static String quotingHint(Node node) {
    boolean plain = node instanceof ScalarNode scalar && scalar.isPlain();
    boolean quotable = plain && isStandard(node.getTag()) && !node.getTag().equals(Tag.NULL);
    return quotable ? "; write it in quotes" : "";
  }

  private static String describe(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return "nothing";
    }
    String value = OneLine.quote(scalar.getValue());
    if (tag.equals(Tag.STR)) {
      return "the text " + value;
    }
    if (tag.equals(Tag.BOOL)) {
      return "the truth value " + value;
    }
    return tag.equals(Tag.TIMESTAMP) ? "the date " + value : "the number " + value;
  }

  private static boolean isStandard(Tag tag) {
    return tag.equals(Tag.STR)
        || tag.equals(Tag.MAP)
        || tag.equals(Tag.SEQ)
        || tag.equals(Tag.NULL)
        || tag.equals(Tag.BOOL)
        || tag.equals(Tag.INT)
        || tag.equals(Tag.FLOAT)
        || tag.equals(Tag.TIMESTAMP);
  }
}
