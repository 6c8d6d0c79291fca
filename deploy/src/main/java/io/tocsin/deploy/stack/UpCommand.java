package io.tocsin.deploy.stack;

import io.tocsin.deploy.cli.PlanFiles;
import io.tocsin.deploy.cli.ScorerOptions;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.Installation;
import io.tocsin.deploy.host.Ports;
import io.tocsin.deploy.host.StopSignal;
import io.tocsin.deploy.host.WorkFolder;
import io.tocsin.deploy.liveplan.PlanWatch;
import io.tocsin.jobs.config.InvalidOptionsException;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.response.CrisisPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code up}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Runs both jobs and the desk on a broker of its own, or against --kafka.",
      "Mentions are read from the topic tocsin.mentions. A change of the plan's file takes hold"
          + " within seconds; one with errors is refused."
    })
public final class UpCommand implements Callable<Integer> {
  @Option(names = "--plan", required = true, paramLabel = "FILE", description = "The crisis plan.")
  @SuppressWarnings("NullAway.Init")
  private Path plan;

  @Mixin private ScorerOptions scorer = new ScorerOptions();

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Brokers to use; without it one is started here.")
  private @Nullable String kafka;

  @Mixin private DeskOptions desk = new DeskOptions();

  @Option(
      names = "--web-port",
      defaultValue = "8081",
      paramLabel = "PORT",
      description = "Port of Flink's web UI; 0 for any (default: ${DEFAULT-VALUE}).")
  private int webPort;

  @Option(
      names = "--metrics-port",
      defaultValue = "9249",
      paramLabel = "PORT",
      description = "Port of Flink's own metrics; 0 for any (default: ${DEFAULT-VALUE}).")
  private int metricsPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps topics and state here; without it they go when the command ends.")
  private @Nullable Path data;

  @Option(
      names = "--duration",
      paramLabel = "SPAN",
      description = "Ends by itself after this time, such as 90s or 2h.")
  private @Nullable Duration duration;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter terminal = spec.commandLine().getOut();
    CrisisPlan crisisPlan = PlanFiles.load(plan, spec.commandLine().getErr());
    StopSignal stop = StopSignal.install();
    try (WorkFolder work = data == null ? WorkFolder.temporary() : WorkFolder.keptAt(data)) {
      work.requireFree(StackSettings.FREE_BYTES);
      try (LocalStack stack = LocalStack.start(settings(work, crisisPlan));
          PlanWatch watch = watch(stack, terminal)) {
        Addresses.print(stack, terminal);
        terminal.println("  crisis plan     " + watch.file() + " (a change takes hold at once)");
        terminal.flush();
        stop.await(duration, stack.failure());
      }
    }
    return 0;
  }

  private PlanWatch watch(LocalStack stack, PrintWriter terminal) {
    return PlanWatch.start(
        plan,
        UnaryOperator.identity(),
        stack.bootstrapServers(),
        line -> {
          terminal.println(line);
          terminal.flush();
        },
        Clock.systemUTC());
  }

  private StackSettings settings(WorkFolder work, CrisisPlan crisisPlan) {
    return new StackSettings(
        work.path(),
        kafka,
        crisisPlan,
        desk.place(),
        Ports.given("--web-port", webPort),
        Ports.given("--metrics-port", metricsPort),
        Installation.current().plugins(),
        desk.secondOpinion(),
        jobOptions());
  }

  private Map<JobOption, String> jobOptions() {
    Map<JobOption, String> options = new EnumMap<>(scorer.jobOptions());
    options.putAll(desk.jobOptions());
    try {
      JobSettings.of(options);
      return options;
    } catch (InvalidOptionsException e) {
      throw new BadInputException(String.valueOf(e.getMessage()), e);
    }
  }
}
