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
      "Three loads: all watches spoken of for the first time, each again twice after an hour of"
          + " sleep, and a hundredth of them spoken of in every slide of ten seconds."
    })
public final class WatchesVerb implements Callable<Integer> {
  private static final int PARALLELISM = 2;
  private static final int FEWEST = 100;
  private static final int MOST = 5_000_000;
  private static final long FREE_BYTES_A_WATCH = 40_000;
  private static final long HOUR = 3_600_000;
  private static final long SLIDE = 10_000;

  @Option(
      names = "--watches",
      defaultValue = "100000",
      paramLabel = "NUMBER",
      description = "How many, from 100 to 5000000 (default: ${DEFAULT-VALUE}).")
  private int watches;

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
            "%-22s %9s %10s %10s %12s %10s %12s",
            "spoken of", "watches", "looks", "CPU µs", "looks/core s", "wall s", "bytes/watch"));
    for (WatchLoad load : loads()) {
      try (WorkFolder work = WorkFolder.temporary()) {
        work.requireFree(watches * FREE_BYTES_A_WATCH);
        say(line(new WatchBench(work.path(), PARALLELISM).measure(load)));
      }
    }
    return ExitCode.OK;
  }

  private List<WatchLoad> loads() {
    return List.of(
        new WatchLoad("for the first time", watches, HOUR, 1),
        new WatchLoad("once an hour", watches, HOUR, 3),
        new WatchLoad("in every slide", Math.max(1, watches / 100), SLIDE, 180));
  }

  private static String line(WatchResult result) {
    return Texts.of(
        "%-22s %,9d %,10d %10.1f %,12.0f %10.1f %,12.0f",
        result.load().title(),
        result.load().watches(),
        result.load().panes(),
        result.microsALook(),
        result.looksACoreSecond(),
        result.wallNanos() / 1e9,
        result.bytesAWatch());
  }

  private void say(String line) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(line);
    terminal.flush();
  }
}
