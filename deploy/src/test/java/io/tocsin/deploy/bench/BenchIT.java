package io.tocsin.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.deploy.cli.PlanFiles;
import io.tocsin.response.CrisisPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** No time is asserted: only that each stage ran, on all that was sent, and was measured. */
class BenchIT {
  private static final long RECORDS = 5_000;
  private static final Path PLAN = Path.of("plans", "demo.yaml");

  @TempDir Path folder;

  @Test
  void measuresEachStageOnAllThatWasSent() {
    CrisisPlan plan = PlanFiles.load(PLAN, new PrintWriter(new StringWriter()));
    List<String> progress = new ArrayList<>();
    StageBench bench =
        new StageBench(new BenchSettings(RECORDS, 1, plan, Map.of()), folder, progress::add);
    List<StageResult> results = bench.run(BenchTopic.world(Clock.systemUTC().millis()));

    assertThat(results).extracting(StageResult::stage).containsExactly(Stage.values());
    long sent = results.get(0).full().get(0).records();
    assertThat(sent).isGreaterThanOrEqualTo(RECORDS);
    assertThat(progress).anyMatch(line -> line.startsWith(Texts.of("%,d records", sent)));
    assertThat(results)
        .flatExtracting(StageResult::full)
        .allSatisfy(
            run -> {
              assertThat(run.records()).isEqualTo(sent);
              assertThat(run.cpuNanos()).isPositive();
              assertThat(run.recordsPerSecond()).isPositive();
            });
    assertThat(results)
        .flatExtracting(StageResult::empty)
        .extracting(Measurement::records)
        .containsOnly(0L);
  }

  @Test
  void printsBothTablesAndTheMachine() {
    StringWriter out = new StringWriter();
    CommandLine command = Tocsin.commandLine().setOut(new PrintWriter(out, true));
    assertThat(command.execute("bench", "--quick", "--records", "2000", "--compare", "lexicon"))
        .isZero();
    String printed = out.toString();
    assertThat(printed).contains("machine ", "JVM ", "The aim: 143,199 mentions a second");
    assertThat(Arrays.stream(Stage.values()).map(Stage::title)).allMatch(printed::contains);
    assertThat(printed)
        .contains(
            "parse a mention",
            "score, lexicon",
            "match the plan's brands",
            "invented names",
            "5,000");
  }

  @Test
  void refusesACountThatItCannotRead() {
    StringWriter err = new StringWriter();
    CommandLine command = Tocsin.commandLine().setErr(new PrintWriter(err, true));
    assertThat(command.execute("bench", "--records", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("records not from 1 to 2000000: 0");
  }

  @Test
  void refusesAScorerThatIsNotThereBeforeItBegins() {
    StringWriter err = new StringWriter();
    CommandLine command = Tocsin.commandLine().setErr(new PrintWriter(err, true));
    assertThat(command.execute("bench", "--sentiment", "oracle")).isEqualTo(2);
    assertThat(command.execute("bench", "--compare", "lexicon,oracle")).isEqualTo(2);
    assertThat(command.execute("demo", "--sentiment", "oracle")).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(3)
        .allMatch(line -> line.contains("no scorer 'oracle'"));
  }
}
