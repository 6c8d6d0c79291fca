package io.tocsin.deploy.bench;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.WorkFolder;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code bench watches}. */
@Command(
    name = "watches",
    mixinStandardHelpOptions = true,
    description = {
      "Measures what many watches cost on RocksDB: CPU time a look, looks a second, bytes a watch.",
      "Loads: all watches spoken of for the first time (first); each again twice after an hour of"
          + " sleep (hourly); a hundredth of them in every slide of ten seconds (slides); an hour"
          + " of as many mentions as there are watches, by Zipf's law, so that most sleep and a few"
          + " never do (mix)."
    })
public final class WatchesVerb implements Callable<Integer> {
  private static final int PARALLELISM = 2;
  private static final int FEWEST = 100;
  private static final int MOST = 5_000_000;
  private static final long FREE_BYTES_A_WATCH = 40_000;

  @Option(
      names = "--watches",
      defaultValue = "100000",
      paramLabel = "NUMBER",
      description = "How many, from 100 to 5000000 (default: ${DEFAULT-VALUE}).")
  private int watches;

  @Option(
      names = "--load",
      paramLabel = "NAME",
      description = "Only this load: ${COMPLETION-CANDIDATES}; repeat it for more.")
  private List<WatchLoadKind> loads = List.of(WatchLoadKind.values());

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (watches < FEWEST || watches > MOST) {
      throw new BadInputException(
          "--watches must be from " + FEWEST + " to " + MOST + ": " + watches);
    }
    Machine.lines().forEach(this::say);
    say("");
    say(
        Texts.of(
            "%-18s %9s %11s %9s %13s %12s",
            "spoken of", "watches", "looks", "CPU µs", "looks/core s", "bytes/watch"));
    for (WatchLoadKind load : loads) {
      try (WorkFolder work = WorkFolder.temporary()) {
        work.requireFree(watches * FREE_BYTES_A_WATCH);
        say(line(new WatchBench(work.path(), PARALLELISM).measure(load.of(watches))));
      }
    }
    return ExitCode.OK;
  }

  private static String line(WatchResult result) {
    return Texts.of(
        "%-18s %,9d %,11d %9.1f %,13.0f %,12.0f",
        result.load().title(),
        result.load().watches(),
        result.looks(),
        result.microsALook(),
        result.looksACoreSecond(),
        result.bytesAWatch());
  }

  private void say(String line) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(line);
    terminal.flush();
  }
}
