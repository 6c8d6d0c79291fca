package io.tocsin.deploy.demo;

import io.tocsin.deploy.cli.ScorerOptions;
import io.tocsin.deploy.cli.SecondOpinionOption;
import io.tocsin.deploy.firehose.DemoScript;
import io.tocsin.deploy.host.Installation;
import io.tocsin.deploy.host.Ports;
import io.tocsin.deploy.host.StopSignal;
import io.tocsin.deploy.host.WorkFolder;
import io.tocsin.deploy.stack.StackSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs everything in one process on a simulated firehose. A minute after the jobs have read its"
          + " past an outage breaks out.",
      "Ends on Ctrl-C, or after --duration."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final Duration SHORTEST_OUTAGE = Duration.ofSeconds(40);

  @Option(
      names = "--port",
      defaultValue = "8088",
      paramLabel = "PORT",
      description = "Port of the live page; 0 for any (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "NUMBER",
      description = "Which world (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--duration",
      paramLabel = "SPAN",
      description =
          "Ends by itself this long after the jobs have read the past, such as 90s or 8m.")
  private @Nullable Duration duration;

  @Mixin private ScorerOptions scorer = new ScorerOptions();

  @Mixin private SecondOpinionOption secondOpinion = new SecondOpinionOption();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    Terminal terminal =
        new Terminal(spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi());
    Installation installation = Installation.current();
    DemoSettings settings =
        new DemoSettings(
            Ports.given("--port", port),
            installation.plugins(),
            secondOpinion.chosen(),
            scorer.jobOptions(),
            DemoSettings.PICK_UP);
    Path plan = installation.home().resolve("plans").resolve("demo.yaml");
    StopSignal stop = StopSignal.install();
    terminal.say("Starting a Kafka broker, Flink, the jobs and the desk ...");
    try (WorkFolder work = WorkFolder.temporary()) {
      work.requireFree(StackSettings.FREE_BYTES);
      try (Demo demo = Demo.start(settings, work.path(), plan, terminal, Clock.systemUTC())) {
        stop.await(null, demo.goLive(seed), demo.failure());
        demo.tell(outage());
        stop.await(duration, demo.failure());
        demo.summarise();
        terminal.say("Stopping ...");
      }
    }
    return 0;
  }

  /** A short demo has a short outage, so that its end is seen. */
  private Duration outage() {
    Duration usual = Duration.ofMillis(DemoScript.OUTAGE_MILLIS);
    if (duration == null) {
      return usual;
    }
    Duration third = duration.dividedBy(3);
    Duration fitting = third.compareTo(usual) < 0 ? third : usual;
    return fitting.compareTo(SHORTEST_OUTAGE) < 0 ? SHORTEST_OUTAGE : fitting;
  }
}
