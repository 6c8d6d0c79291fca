package io.tocsin.response.plan;

import io.tocsin.response.CrisisPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a crisis plan from YAML. All errors of the file are found at once, each with its line and
 * column; only an error of YAML's own syntax hides what comes after it. No input makes it throw.
 *
 * <p>Aliases are followed, merge keys ({@code <<}) are not supported. Limits: {@value
 * #MOST_CHARACTERS} characters, 20 levels, aliases that unfold to a million values.
 */
public final class CrisisPlanParser {
  /** The longest file, in UTF-16 characters; SnakeYAML's own default, some 5,000 brands. */
  public static final int MOST_CHARACTERS = 3 * 1024 * 1024;

  private CrisisPlanParser() {}

  /**
   * Reads a plan.
   *
   * @param yaml the file's text
   * @param fileName names the file in messages
   */
  public static PlanReading read(String yaml, String fileName) {
    return reading(fileName, problems -> parse(yaml, problems, null));
  }

  /**
   * Reads a plan's file. Bytes that are not UTF-8 are an error of the plan.
   *
   * @throws IOException if the file cannot be read
   */
  public static PlanReading read(Path file) throws IOException {
    return check(file, null);
  }

  /**
   * Reads a plan's file, and also warns of what has grown old by this day.
   *
   * @param today null to warn of nothing of the kind
   * @throws IOException if the file cannot be read
   */
  public static PlanReading check(Path file, @Nullable LocalDate today) throws IOException {
    byte[] bytes = PlanFile.bytesOf(file);
    return reading(
        file.toString(), problems -> parse(PlanFile.decode(bytes, problems), problems, today));
  }

  /** The same of a text. */
  static PlanReading check(String yaml, String fileName, LocalDate today) {
    return reading(fileName, problems -> parse(yaml, problems, today));
  }

  private static PlanReading reading(
      String fileName, Function<Problems, @Nullable CrisisPlan> parse) {
    Problems problems = new Problems();
    CrisisPlan plan = parse.apply(problems);
    return new PlanReading(fileName, problems.anyError() ? null : plan, problems.inFileOrder());
  }

  private static @Nullable CrisisPlan parse(
      @Nullable String yaml, Problems problems, @Nullable LocalDate today) {
    if (yaml == null) {
      return null;
    }
    if (yaml.length() > MOST_CHARACTERS) {
      problems.error(1, 1, "", "the file has more than " + MOST_CHARACTERS + " characters");
      return null;
    }
    Node root = YamlTree.compose(yaml, problems);
    return root == null ? null : PlanReader.read(YamlValue.root(root, problems), yaml, today);
  }
}
