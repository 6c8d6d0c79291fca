package io.tocsin.deploy.drill;

import io.tocsin.deploy.cli.PlanFiles;
import io.tocsin.deploy.demo.Storyteller;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.Installation;
import io.tocsin.deploy.host.StopSignal;
import io.tocsin.mention.Drill;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code drill}. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a crisis through the running system and measures what comes of it.",
      "Its posts join the firehose with a mark: they teach no baseline and count in no KPI. Pages",
      "begin with DRILL and go to the plan's drillReceivers. It ends by itself.",
      "Exit code 0 if the plan did what it is for, 1 if not."
    })
public final class DrillCommand implements Callable<Integer> {
  /** How long after its posts a drill is watched, beside the plan's own time to stand down. */
  private static final Duration PATIENCE = DrillLog.FADING.plusMinutes(4);

  @Option(
      names = "--brand",
      required = true,
      paramLabel = "KEY",
      description = "Which brand of the plan.")
  @SuppressWarnings("NullAway.Init")
  private String brand;

  @Option(
      names = "--scenario",
      defaultValue = "outage",
      converter = DrillScenario.Converter.class,
      paramLabel = "NAME",
      description =
          "outage, slow-burn, or what must page nobody: viral-joy, bot-flood (default:"
              + " ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private DrillScenario scenario;

  @Option(
      names = "--duration",
      paramLabel = "SPAN",
      description = "How long it plays (default: 3m, slow-burn 2h, bot-flood 2m).")
  private @Nullable Duration duration;

  @Option(
      names = "--kafka",
      defaultValue = "127.0.0.1:9092",
      paramLabel = "HOST:PORT",
      description =
          "Brokers of the running system, as demo and up print them (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private String kafka;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "The crisis plan that the system runs (default: the demo's).")
  private @Nullable Path plan;

  @Option(
      names = "--to-real-people",
      description = "Pages whom the plan names, and not its drill receivers.")
  private boolean toRealPeople;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    CrisisPlan crisisPlan = PlanFiles.load(planFile(), spec.commandLine().getErr());
    BrandPlan brandPlan = brandOf(crisisPlan);
    Clock clock = Clock.systemUTC();
    double usual = FeedLook.usualPerSecond(kafka, brandPlan.terms(), clock.instant());
    Instant begins = clock.instant();
    WorldEvent event = scenario.event(brand, begins.toEpochMilli(), length().toMillis());
    Drill drill = DrillRun.mark(id(begins), toRealPeople, event);
    announce(drill, usual);
    DrillLog log = new DrillLog(brand, drill, begins);
    play(new DrillRun(brandPlan, event, usual, drill, DrillRun.producer(kafka)), log, brandPlan);
    DrillFacts facts = log.facts(scenario);
    DrillReport.lines(facts, DrillAdvice.of(crisisPlan, brandPlan, facts)).forEach(this::say);
    return facts.isPassed() ? 0 : 1;
  }

  private void play(DrillRun run, DrillLog log, BrandPlan brandPlan) {
    StopSignal stop = StopSignal.install();
    Storyteller storyteller =
        new Storyteller(ZoneId.systemDefault(), Map.of(brand, brandPlan.displayName()));
    PrintWriter terminal = spec.commandLine().getOut();
    try (LiveDrill live = new LiveDrill(run, log, storyteller, terminal, Clock.systemUTC())) {
      live.start(kafka);
      stop.await(patience(brandPlan), live.over());
    }
    if (stop.isRequested()) {
      say("Stopped: no more is made up, and what burns of it ends by itself.");
    }
  }

  private Path planFile() {
    return plan == null ? Installation.current().home().resolve("plans/demo.yaml") : plan;
  }

  private BrandPlan brandOf(CrisisPlan crisisPlan) {
    return crisisPlan.brands().stream()
        .filter(known -> known.brand().equals(brand))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "--brand "
                        + brand
                        + " is not in "
                        + planFile()
                        + ", which has "
                        + crisisPlan.brands().stream()
                            .map(BrandPlan::brand)
                            .collect(Collectors.joining(", "))));
  }

  private Duration length() {
    return duration == null ? scenario.usual() : duration;
  }

  private Duration patience(BrandPlan brandPlan) {
    return length().plus(PATIENCE).plusMillis(brandPlan.severity().standDownMillis());
  }

  private static String id(Instant begins) {
    return "drill-" + Long.toString(begins.toEpochMilli(), Character.MAX_RADIX);
  }

  private void announce(Drill drill, double usualPerSecond) {
    say(
        String.format(
            Locale.ROOT,
            "%s at %s, id %s: about %.1f mentions a minute are usual there. Posts until %s; pages"
                + " go to %s.",
            scenario.word(),
            brand,
            drill.id(),
            60 * usualPerSecond,
            drill.endsAt(),
            toRealPeople ? "REAL PEOPLE" : "the drill receivers"));
  }

  private void say(String line) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(line);
    terminal.flush();
  }
}
