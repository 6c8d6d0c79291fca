package io.tocsin.response.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Refuses a tree whose aliases run in a circle or unfold to more than {@value #MOST_VALUES} values
 * (the 'billion laughs' of a small file). One visit a node; the depth of the recursion is the
 * file's nesting, because an anchor stands before its aliases.
 */
final class AliasCheck {
  static final long MOST_VALUES = 1_000_000;

  private static final long IN_PROGRESS = -1;

  private final IdentityHashMap<Node, Long> values = new IdentityHashMap<>();
  private final Problems problems;
  private boolean passed = true;

  private AliasCheck(Problems problems) {
    this.problems = problems;
  }

  static boolean passes(Node root, Problems problems) {
    AliasCheck check = new AliasCheck(problems);
    long unfolded = check.unfolded(root);
    if (check.passed && unfolded > MOST_VALUES) {
      check.fail(root, "the file holds more than " + MOST_VALUES + " values, its aliases unfolded");
    }
    return check.passed;
  }

  private long unfolded(Node node) {
    Long known = values.putIfAbsent(node, IN_PROGRESS);
    if (known == null) {
      long sum = 1 + children(node).stream().mapToLong(this::unfolded).reduce(0, this::add);
      values.put(node, sum);
      return sum;
    }
    if (known == IN_PROGRESS) {
      fail(node, "the anchor '" + node.getAnchor() + "' stands for something that holds itself");
      return 1;
    }
    return known;
  }

  /** Stops counting beyond the limit, so that the sum cannot overflow. */
  private long add(long left, long right) {
    return Math.min(MOST_VALUES + 1, left + right);
  }

  private static List<Node> children(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .flatMap(pair -> Stream.of(pair.getKeyNode(), pair.getValueNode()))
          .toList();
    }
    return List.of();
  }

  private void fail(Node node, String message) {
    passed = false;
    problems.error(
        node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, "", message);
  }
}
