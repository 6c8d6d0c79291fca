package io.tocsin.response.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to a good plan: it is read, or there is an error that says where it is not. */
class CrisisPlanParserPropertyTest {
  private static final long SEED = 20_260_101;
  private static final int RUNS = 20_000;
  private static final int MOST_MUTATIONS = 4;
  private static final List<String> FRAGMENTS =
      List.of(
          ":",
          ": ",
          "- ",
          "[",
          "]",
          "{",
          "}",
          ", ",
          "\"",
          "'",
          "#",
          "|",
          ">",
          "&a ",
          "*a",
          "!x ",
          "!!int ",
          "<<: ",
          "? ",
          "---\n",
          "...\n",
          "%YAML 1.1\n",
          "\n",
          "\r",
          "\t",
          "  ",
          "\\",
          "\\U",
          "-1",
          "1e9",
          "~",
          "on",
          "ü",
          "🍏",
          "\u0000",
          "\uD800",
          "\uFEFF",
          "\u2028",
          "@");

  @Test
  void aMutatedPlanIsReadOrRefusedWithItsPlace() {
    for (int run = 0; run < RUNS; run++) {
      String yaml = mutate(new Random(SEED + run));
      String context = "seed " + (SEED + run) + ":\n" + yaml;
      PlanReading reading = read(yaml, context);
      boolean refused = reading.count(ProblemSeverity.ERROR) > 0;
      assertThat(reading.plan() == null).as(context).isEqualTo(refused);
      assertThat(reading.problems()).as(context).allMatch(problem -> stands(problem, yaml));
    }
  }

  private static PlanReading read(String yaml, String context) {
    try {
      return CrisisPlanParser.read(yaml, "plan.yaml");
    } catch (RuntimeException | StackOverflowError e) {
      return fail("threw on " + context, e);
    }
  }

  /** SnakeYAML takes more than {@code \n} for a line's end; so this only bounds the place. */
  private static boolean stands(PlanProblem problem, String yaml) {
    return problem.line() >= 1
        && problem.line() <= yaml.length() + 1
        && problem.column() >= 1
        && problem.column() <= yaml.length() + 1
        && problem.message().lines().count() == 1;
  }

  private static String mutate(Random random) {
    StringBuilder yaml = new StringBuilder(ExamplePlan.YAML);
    int mutations = 1 + random.nextInt(MOST_MUTATIONS);
    for (int i = 0; i < mutations; i++) {
      mutateOnce(yaml, random);
    }
    return yaml.toString();
  }

  private static void mutateOnce(StringBuilder yaml, Random random) {
    int at = random.nextInt(yaml.length());
    int end = Math.min(yaml.length(), at + 1 + random.nextInt(12));
    switch (random.nextInt(5)) {
      case 0 -> yaml.delete(at, end);
      case 1 -> yaml.insert(at, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      case 2 -> yaml.replace(at, end, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      case 3 -> yaml.insert(random.nextInt(yaml.length()), yaml.substring(at, end));
      default -> moveLine(yaml, random);
    }
  }

  private static void moveLine(StringBuilder yaml, Random random) {
    int start = yaml.indexOf("\n", random.nextInt(yaml.length())) + 1;
    int end = yaml.indexOf("\n", start) + 1;
    String line = end > start ? yaml.substring(start, end) : "";
    yaml.delete(start, start + line.length());
    yaml.insert(yaml.indexOf("\n", random.nextInt(yaml.length())) + 1, line);
  }
}
