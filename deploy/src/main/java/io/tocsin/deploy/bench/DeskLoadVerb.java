package io.tocsin.deploy.bench;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.WorkFolder;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code bench desk}. */
@Command(
    name = "desk",
    mixinStandardHelpOptions = true,
    description = {
      "Measures what people who watch the live page cost the desk: CPU time of its own threads,"
          + " with nobody there and with all of them, and what each of them is sent.",
      "A tenth of the watches is spoken of in every second, fifty brands burn, and an incident"
          + " changes every second. One viewer in ten looks at a brand's own page."
    })
public final class DeskLoadVerb implements Callable<Integer> {
  private static final int MOST_WATCHES = 200_000;
  private static final int MOST_VIEWERS = 400;
  private static final long FREE_BYTES = 2L << 30;

  @Option(
      names = "--watches",
      defaultValue = "10000",
      paramLabel = "NUMBER",
      description = "Brands by their channels, from 10 to 200000 (default: ${DEFAULT-VALUE}).")
  private int watches;

  @Option(
      names = "--viewers",
      defaultValue = "200",
      paramLabel = "NUMBER",
      description = "Open pages, from 1 to 400 (default: ${DEFAULT-VALUE}).")
  private int viewers;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      paramLabel = "NUMBER",
      description = "How long each part is measured, from 1 (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    check("--watches", watches, 10, MOST_WATCHES);
    check("--viewers", viewers, 1, MOST_VIEWERS);
    check("--seconds", seconds, 1, Integer.MAX_VALUE);
    Machine.lines().forEach(this::say);
    try (WorkFolder work = WorkFolder.temporary()) {
      work.requireFree(FREE_BYTES);
      try (DeskBench bench = DeskBench.start(work.path(), watches)) {
        say("");
        say(
            Texts.of(
                "%-10s %16s %14s %16s %14s",
                "viewers", "CPU of a core", "CPU ms a turn", "bytes a viewer s", "longest gap s"));
        say(line(bench.measure(0, seconds)));
        say(line(bench.measure(viewers, seconds)));
      }
    }
    return ExitCode.OK;
  }

  private static void check(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new BadInputException(option + " must be from " + least + " to " + most + ": " + value);
    }
  }

  private static String line(DeskResult result) {
    return Texts.of(
        "%-10d %15.1f%% %14.1f %16s %14s",
        result.viewers(),
        100 * result.shareOfACore(),
        1000 * result.shareOfACore(),
        result.viewers() == 0 ? "-" : Texts.of("%,.0f", result.bytesAViewerSecond()),
        result.viewers() == 0 ? "-" : Texts.of("%.2f", result.longestGapMillis() / 1e3));
  }

  private void say(String line) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(line);
    terminal.flush();
  }
}
