package io.tocsin.deploy.liveplan;

import io.tocsin.deploy.host.FileFault;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import io.tocsin.response.live.PlanVerdict;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.response.plan.PlanReading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code plan publish}. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a crisis plan and brings it into force in the running job.",
      "Ends with 0 if it is in force, with 1 if the job refused it or did not answer, with 2 if it"
          + " has errors or cannot be read."
    })
public final class PublishVerb implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The plan, in YAML.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--kafka",
      defaultValue = "localhost:9092",
      paramLabel = "HOST:PORT",
      description = "Brokers that the job uses (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private String kafka;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who publishes it (default: your user name).")
  private @Nullable String by;

  @Option(
      names = "--wait",
      defaultValue = "20s",
      paramLabel = "SPAN",
      description = "How long the job may take to answer (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private Duration patience;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      PlanReading reading = CrisisPlanParser.read(file);
      reading.lines().forEach(out()::println);
      CrisisPlan plan = reading.plan();
      if (plan == null) {
        err().println(file + " is not a usable crisis plan: nothing was published");
        return ExitCode.USAGE;
      }
      Instant now = Clock.systemUTC().instant();
      return publish(new PlanNotice(plan.version(), Files.readString(file), now, publisher()));
    } catch (IOException e) {
      err().println("cannot read " + file + ": " + FileFault.reason(e));
      return ExitCode.USAGE;
    }
  }

  private int publish(PlanNotice notice) {
    try (PlanTopic topic = PlanTopic.connect(kafka);
        PlanVerdicts verdicts = topic.verdicts()) {
      topic.publish(notice);
      PlanReport report = verdicts.of(notice, patience);
      (isInForce(report) ? out() : err()).println(answer(notice, report));
      return isInForce(report) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private static boolean isInForce(@Nullable PlanReport report) {
    return report != null && report.verdict() != PlanVerdict.REFUSED;
  }

  private static String answer(PlanNotice notice, @Nullable PlanReport report) {
    return report == null
        ? "version "
            + notice.version()
            + " is published, but no job answered: is CrisisJob running?"
        : PlanTelling.of(report);
  }

  private String publisher() {
    return by == null ? System.getProperty("user.name", "unknown") : by;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
