package io.tocsin.deploy.replay;

import io.tocsin.deploy.cli.PlanFiles;
import io.tocsin.deploy.cli.ScorerOptions;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.Folders;
import io.tocsin.deploy.host.WorkFolder;
import io.tocsin.deploy.picture.PictureBook;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the crisis topology over a file of mentions and says what the plan would have done.",
      "The same input gives the same bytes. Of several plans it prints and writes a comparison."
    },
    footer = {
      "",
      "A page answers an onset of its brand if it comes from the onset on, until its end or, where"
          + " none is known, for --onset-window. The first such page tells the delay. An onset"
          + " without one is missed; a page is false if it answers no onset and no page before it"
          + " of the same incident does."
    })
public final class ReplayCommand implements Callable<Integer> {
  /** Forms that mentions may come in. */
  enum Format {
    /** One mention a line, in the firehose's own JSON. */
    TOCSIN
  }

  @Option(
      names = "--mentions",
      required = true,
      paramLabel = "FILE",
      description = "One JSON mention a line, in the order of time; may end in .gz.")
  @SuppressWarnings("NullAway.Init")
  private Path mentions;

  @Option(
      names = "--format",
      defaultValue = "TOCSIN",
      paramLabel = "NAME",
      description = "Form of the mentions: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
  private Format format;

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "FILE",
      description = "The crisis plan. Repeat it to compare plans on the same mentions.")
  @SuppressWarnings("NullAway.Init")
  private List<Path> plans;

  @Mixin private ScorerOptions scorer = new ScorerOptions();

  @Option(
      names = "--acks",
      paramLabel = "FILE",
      description = "One JSON acknowledgement a line, in the order of time.")
  private @Nullable Path acks;

  @Option(
      names = "--assignments",
      paramLabel = "FILE",
      description =
          "One JSON assignment a line, in the order of time: in which queue a mention is.")
  private @Nullable Path assignments;

  @Option(
      names = "--responses",
      paramLabel = "FILE",
      description =
          "One JSON response a line, in the order of time: what people did about mentions.")
  private @Nullable Path responses;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder for spikes.jsonl, incidents.jsonl, pages.jsonl and the rest; of several plans a"
              + " folder each in it, named as the plan's file. Pictures go to pictures/ in it.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(names = "--scored", description = "Write every scored mention too.")
  private boolean scored;

  @Option(
      names = "--kpi-interval",
      defaultValue = "1h",
      paramLabel = "SPAN",
      description =
          "How often, in event time, a KPI that changed is written (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private Duration kpiInterval;

  @Option(
      names = "--onsets",
      paramLabel = "FILE",
      description =
          "Known onsets, to tell missed crises and false pages: CSV with a header, JSON, or one"
              + " object a line; fields brand, onset, and where known end and name.")
  private @Nullable Path onsets;

  @Option(
      names = "--onset-window",
      defaultValue = "24h",
      paramLabel = "SPAN",
      description =
          "How long after an onset without an end a page answers it (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private Duration onsetWindow;

  @Option(
      names = "--no-pictures",
      description =
          "Draw none. Otherwise an overview, and for each of the "
              + PictureBook.MOST_BRANDS
              + " brands with most pages, then most spikes, one of all the time and one around its"
              + " first page.")
  private boolean noPictures;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    List<CrisisPlan> crisisPlans = new ArrayList<>();
    for (Path plan : plans) {
      crisisPlans.add(PlanFiles.load(plan, spec.commandLine().getErr()));
    }
    List<String> names = PlanNames.of(plans, crisisPlans);
    requireReadable(mentions);
    Stream.of(acks, assignments, responses)
        .filter(Objects::nonNull)
        .forEach(ReplayCommand::requireReadable);
    List<Onset> known = knownOnsets(crisisPlans);
    Folders.create(out);
    List<PlanResult> results = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      results.add(replay(names.get(i), crisisPlans.get(i), known, terminal));
    }
    finish(new Backtest(mentions, out, results, known), terminal);
    return results.stream().allMatch(result -> result.summary().balances()) ? 0 : 1;
  }

  private List<Onset> knownOnsets(List<CrisisPlan> crisisPlans) {
    if (onsets == null) {
      return List.of();
    }
    requireReadable(onsets);
    Set<String> brands =
        crisisPlans.stream()
            .flatMap(plan -> plan.brands().stream())
            .map(BrandPlan::brand)
            .collect(Collectors.toSet());
    return OnsetFile.read(onsets, brands);
  }

  private PlanResult replay(String name, CrisisPlan plan, List<Onset> known, PrintWriter terminal)
      throws IOException {
    Path folder = plans.size() == 1 ? out : Folders.create(out.resolve(name));
    terminal.println("replaying " + mentions + " by plan " + title(name, plan));
    terminal.flush();
    try (WorkFolder work = WorkFolder.temporary()) {
      ReplaySummary summary =
          Replay.run(request(plan, folder, work), read -> progress(terminal, read));
      summary.lines().forEach(terminal::println);
      terminal.println("written to " + folder);
      terminal.flush();
      OnsetScore score =
          known.isEmpty() ? null : OnsetScore.of(summary.calls(), known, onsetWindow);
      return new PlanResult(name, plan, folder, summary, score);
    }
  }

  private String title(String name, CrisisPlan plan) {
    return plans.size() == 1 ? plan.version() : name + " (" + plan.version() + ")";
  }

  private void finish(Backtest backtest, PrintWriter terminal) throws IOException {
    if (plans.size() > 1 || onsets != null) {
      backtest.compare(onsetWindow, terminal);
    }
    if (!noPictures) {
      backtest.draw(terminal);
    }
  }

  private ReplayRequest request(CrisisPlan plan, Path folder, WorkFolder work) throws IOException {
    return new ReplayRequest(
        mentions,
        Files.getLastModifiedTime(mentions).toMillis(),
        plan,
        scorer.chosen(),
        acks,
        assignments,
        responses,
        folder,
        work.path(),
        scored,
        kpiInterval.toMillis());
  }

  private static void progress(PrintWriter terminal, long read) {
    terminal.println(String.format(Locale.ROOT, "  %,d read", read));
    terminal.flush();
  }

  private static void requireReadable(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new BadInputException("cannot read " + file);
    }
  }
}
