package io.tocsin.deploy.bench;

import io.tocsin.deploy.cli.PlanFiles;
import io.tocsin.deploy.cli.ScorerOptions;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.Installation;
import io.tocsin.deploy.host.WorkFolder;
import io.tocsin.response.CrisisPlan;
import io.tocsin.scoring.NamedScorer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {DeskLoadVerb.class, InfluenceVerb.class, ScrapeVerb.class, WatchesVerb.class},
    description = {
      "Measures on this machine what a mention costs: CPU time for each stage of the flow, as"
          + " ratios to a bare Flink source in the same run.",
      "Takes some minutes; --quick takes about one."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final long FREE_BYTES = 4L << 30;
  private static final long RECORDS = 500_000;
  private static final long QUICK_RECORDS = 100_000;
  private static final int RUNS = 3;
  private static final int MICRO_ROUNDS = 15;
  private static final String YARDSTICK = "lexicon";

  @Option(
      names = "--records",
      paramLabel = "NUMBER",
      description = "Mentions to read in each run (default: 500000, with --quick 100000).")
  private @Nullable Long records;

  @Option(
      names = "--runs",
      paramLabel = "NUMBER",
      description = "Counted runs of each stage, after one to warm up (default: 3, --quick 1).")
  private @Nullable Integer runs;

  @Option(names = "--quick", description = "Fewer mentions, one run: less exact.")
  private boolean quick;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "The crisis plan (default: the demo's).")
  private @Nullable Path plan;

  @Mixin private ScorerOptions scorer = new ScorerOptions();

  @Option(
      names = "--compare",
      split = ",",
      paramLabel = "NAME",
      description =
          "Scorers to measure one by one, each with its own model (default: the one of"
              + " --sentiment, and lexicon).")
  private List<String> compared = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  @Override
  public Integer call() {
    BenchSettings settings = settings();
    List<NamedScorer> scorers = scorers();
    Machine.lines().forEach(this::say);
    say(
        Texts.of(
            "posts    %,.0f times the demo's world, about %,d of them, %d runs",
            BenchTopic.LOAD, settings.records(), settings.runs()));
    List<String> stages;
    try (WorkFolder work = WorkFolder.temporary()) {
      work.requireFree(FREE_BYTES);
      World world = BenchTopic.world(Clock.systemUTC().millis());
      stages = StageTable.lines(new StageBench(settings, work.path(), this::say).run(world));
    }
    say("");
    stages.forEach(this::say);
    say("");
    say("measuring single steps in one thread, without Flink ...");
    World world = BenchTopic.world(Clock.systemUTC().millis());
    MicroSamples samples = MicroSamples.of(world, settings.plan());
    microLines(samples, scorers).forEach(this::say);
    say("");
    MatchTable.lines(new MatchBench(samples, MICRO_ROUNDS).measure()).forEach(this::say);
    return ExitCode.OK;
  }

  private List<NamedScorer> scorers() {
    if (!compared.isEmpty()) {
      return compared.stream().map(name -> ScorerOptions.checked(name, null)).toList();
    }
    NamedScorer chosen = scorer.chosen();
    NamedScorer yardstick = new NamedScorer(YARDSTICK, null);
    return chosen.equals(yardstick) ? List.of(chosen) : List.of(chosen, yardstick);
  }

  private static List<String> microLines(MicroSamples samples, List<NamedScorer> scorers) {
    return MicroTable.lines(
        new MicroBench(MicroSteps.all(samples, scorers), MICRO_ROUNDS).measure());
  }

  private BenchSettings settings() {
    Path file =
        plan == null ? Installation.current().home().resolve("plans").resolve("demo.yaml") : plan;
    CrisisPlan crisisPlan = PlanFiles.load(file, spec.commandLine().getErr());
    try {
      return new BenchSettings(
          records != null ? records : quick ? QUICK_RECORDS : RECORDS,
          runs != null ? runs : quick ? 1 : RUNS,
          crisisPlan,
          scorer.jobOptions());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()), e);
    }
  }

  private void say(String line) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(line);
    terminal.flush();
  }
}
