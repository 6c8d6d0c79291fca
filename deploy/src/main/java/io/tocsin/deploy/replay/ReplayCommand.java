package io.tocsin.deploy.replay;

import io.tocsin.deploy.cli.PlanFiles;
import io.tocsin.deploy.cli.ScorerOptions;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.Folders;
import io.tocsin.deploy.host.WorkFolder;
import io.tocsin.response.CrisisPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
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
      "The same input gives the same bytes."
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

  @Option(names = "--plan", required = true, paramLabel = "FILE", description = "The crisis plan.")
  @SuppressWarnings("NullAway.Init")
  private Path plan;

  @Mixin private ScorerOptions scorer = new ScorerOptions();

  @Option(
      names = "--acks",
      paramLabel = "FILE",
      description = "One JSON acknowledgement a line, in the order of time.")
  private @Nullable Path acks;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for spikes.jsonl, incidents.jsonl, pages.jsonl and the rest.")
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

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    CrisisPlan crisisPlan = PlanFiles.load(plan, spec.commandLine().getErr());
    requireReadable(mentions);
    if (acks != null) {
      requireReadable(acks);
    }
    Folders.create(out);
    terminal.println("replaying " + mentions + " by plan " + crisisPlan.version());
    terminal.flush();
    try (WorkFolder work = WorkFolder.temporary()) {
      ReplaySummary summary =
          Replay.run(request(crisisPlan, work), read -> progress(terminal, read));
      summary.lines().forEach(terminal::println);
      terminal.println("written to " + out);
      terminal.flush();
      return summary.balances() ? 0 : 1;
    }
  }

  private ReplayRequest request(CrisisPlan crisisPlan, WorkFolder work) throws IOException {
    return new ReplayRequest(
        mentions,
        Files.getLastModifiedTime(mentions).toMillis(),
        crisisPlan,
        scorer.chosen(),
        acks,
        out,
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
