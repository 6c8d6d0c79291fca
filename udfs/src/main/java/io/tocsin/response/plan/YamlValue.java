package io.tocsin.response.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of the file and where it stands. What it is asked for and is not becomes a problem; the
 * answer is then null or empty, so that reading goes on.
 */
final class YamlValue {
  /** Decimal, with YAML's underscores; no octal, no hours:minutes, no exponent. */
  private static final Pattern NUMBER = Pattern.compile("[-+]?(0|[1-9][0-9_]*)(\\.[0-9]+)?");

  private static final int LONGEST_NUMBER = 30;

  private final Node node;
  private final String path;
  private final Problems problems;

  private YamlValue(Node node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  static YamlValue root(Node node, Problems problems) {
    return new YamlValue(node, "", problems);
  }

  /** A value below this one. */
  YamlValue child(String key, Node child) {
    return new YamlValue(child, pathOf(key), problems);
  }

  /** The line it starts on, from 1. */
  int line() {
    return node.getStartMark().getLine() + 1;
  }

  void error(String message) {
    problems.error(line(), column(node), path, message);
  }

  void warning(String message) {
    problems.warning(line(), column(node), path, message);
  }

  /** An error about the field of this name, at this value's place. */
  void errorAt(String key, String message) {
    problems.error(line(), column(node), pathOf(key), message);
  }

  /** A warning about the field of this name, at this value's place. */
  void warningAt(String key, String message) {
    problems.warning(line(), column(node), pathOf(key), message);
  }

  /** The fields of a mapping; keys that are not known are errors. */
  YamlFields fields(String... known) {
    if (node instanceof MappingNode mapping && node.getTag().equals(Tag.MAP)) {
      return YamlFields.of(this, mapping, List.of(known));
    }
    return YamlFields.unreadable(this, expected("a mapping"));
  }

  /** The values of a list. */
  List<YamlValue> items() {
    if (!(node instanceof SequenceNode sequence) || !node.getTag().equals(Tag.SEQ)) {
      error(expected("a list"));
      return List.of();
    }
    List<YamlValue> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlValue(item, path + "[" + items.size() + "]", problems));
    }
    return items;
  }

  boolean isEmptyList() {
    return node instanceof SequenceNode sequence && sequence.getValue().isEmpty();
  }

  /** A text of this form, without the white space around it; null if it is something else. */
  @Nullable String text(TextForm form) {
    String text = text();
    String fault = text == null ? null : form.faultOf(text);
    if (fault != null) {
      error(fault);
    }
    return fault == null ? text : null;
  }

  /**
   * A date or time as it is written, whether or not YAML takes it for one; null if it is neither.
   */
  @Nullable String dateText() {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.TIMESTAMP)) {
      return scalar.getValue();
    }
    return text(TextForm.ANY_WORD);
  }

  /** A number as people write it, {@code 30}, {@code 2.5}, {@code 5_000_000}. */
  @Nullable BigDecimal number() {
    if (node instanceof ScalarNode scalar && scalar.isPlain() && isNumber(scalar.getValue())) {
      return new BigDecimal(scalar.getValue().replace("_", ""));
    }
    error(expected("a decimal number"));
    return null;
  }

  /** A whole number within these bounds; the fallback if it is none, which is then a problem. */
  int wholeNumber(int least, int most, int fallback) {
    BigDecimal number = number();
    if (number == null) {
      return fallback;
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (!whole
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      error("must be a whole number from " + least + " to " + most + ": " + number);
      return fallback;
    }
    return number.intValue();
  }

  /** Whether it was written as a bare number. */
  boolean isBareNumber() {
    return node instanceof ScalarNode scalar && scalar.isPlain() && isNumber(scalar.getValue());
  }

  /** What stands here instead of what was expected. */
  String expected(String what) {
    return "expected " + what + " but found " + YamlWords.describe(node);
  }

  private @Nullable String text() {
    if (!(node instanceof ScalarNode scalar) || !node.getTag().equals(Tag.STR)) {
      error(expected("a text") + YamlWords.quotingHint(node));
      return null;
    }
    String text = scalar.getValue().strip();
    OptionalInt unprintable = firstUnprintable(text);
    if (unprintable.isPresent()) {
      error("holds the unprintable character " + OneLine.charted(unprintable.getAsInt()));
      return null;
    }
    return text;
  }

  private static OptionalInt firstUnprintable(String text) {
    return text.codePoints()
        .filter(point -> point != '\n' && OneLine.isUnprintable(point))
        .findFirst();
  }

  private static boolean isNumber(String text) {
    return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static int column(Node node) {
    return node.getStartMark().getColumn() + 1;
  }
}
