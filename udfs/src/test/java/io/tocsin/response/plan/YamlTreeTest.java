package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTreeTest {
  static Stream<Arguments> notATree() {
    return Stream.of(
        arguments("", "1:1: error: the file is empty"),
        arguments("# nothing but a comment\n", "1:1: error: the file is empty"),
        arguments(
            "a: [\n",
            "2:1: error: not YAML: while parsing a flow node, expected the node content,"
                + " but found '<stream end>'"),
        arguments("a: b: c", "1:5: error: not YAML: mapping values are not allowed here"),
        arguments("a: *there", "1:4: error: not YAML: found undefined alias there"),
        arguments(
            "a: !!javax.script.ScriptEngineManager [x]",
            "1:4: error: not YAML: Global tag is not allowed:"
                + " tag:yaml.org,2002:javax.script.ScriptEngineManager"),
        arguments(
            "--- 1\n--- 2\n",
            "2:1: error: not YAML: expected a single document in the stream, but found another"
                + " document"),
        arguments("a: 1\r\nb: ü\u0007", "2:5: error: not YAML: unprintable character U+0007"),
        arguments(
            "a: b\nb: \"\\UFFFFFFFF\"",
            "2:7: error: not YAML: bad escape, For input string: \"FFFFFFFF\" under radix 16"),
        arguments(
            "a: &x [1, *x]", "1:4: error: the anchor 'x' stands for something that holds itself"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("notATree")
  void tellsWhereItIsNoTree(String yaml, String problem) {
    assertThat(CrisisPlanParser.read(yaml, "p").lines()).containsExactly("p:" + problem);
  }

  @Test
  void refusesABillionLaughs() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [l, o, l, l, o, l, l, o, l, s]\n");
    for (int i = 1; i <= 9; i++) {
      String alias = "*a" + (i - 1);
      yaml.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(9) + alias));
    }

    assertThat(CrisisPlanParser.read(yaml.toString(), "p").lines())
        .containsExactly(
            "p:1:1: error: the file holds more than 1000000 values, its aliases unfolded");
  }

  @Test
  void refusesADeepNest() {
    String yaml = "[".repeat(10_000) + "]".repeat(10_000);

    assertThat(CrisisPlanParser.read(yaml, "p").lines())
        .containsExactly("p:1:21: error: not YAML: Nesting Depth exceeded max 20");
  }

  @Test
  void refusesAHugeFile() {
    String yaml = "#".repeat(CrisisPlanParser.MOST_CHARACTERS + 1);

    assertThat(CrisisPlanParser.read(yaml, "p").lines())
        .containsExactly("p:1:1: error: the file has more than 3145728 characters");
  }

  @Test
  void countsTheProblemsThatNobodyWouldRead() {
    String yaml = "brands: [" + "x, ".repeat(Problems.MOST_KEPT + 5) + "]";

    assertThat(CrisisPlanParser.read(yaml, "p").lines())
        .hasSize(Problems.MOST_KEPT + 1)
        .last()
        .isEqualTo("p:1:1: error: and 5 more problems, not shown");
  }
}
