package io.tocsin.deploy.cli;

import io.tocsin.deploy.host.FileFault;
import io.tocsin.deploy.liveplan.PublishVerb;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.response.plan.PlanReading;
import io.tocsin.response.plan.ProblemSeverity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code tocsin plan}: what can be done with a crisis plan. */
@Command(
    name = "plan",
    description = "Works on crisis plans.",
    mixinStandardHelpOptions = true,
    subcommands = PublishVerb.class)
public final class PlanCommand {
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls a verb
  @Spec
  private CommandSpec spec;

  /**
   * Prints every problem of a plan as {@code file:line:column: error: path: message}, then a
   * summary.
   *
   * @return 0 if the plan can be used, 2 if it has errors or cannot be read
   */
  @Command(
      name = "check",
      description = {
        "Checks a crisis plan: every error and warning with its line and column, at once.",
        "Ends with 0 if the plan can be used, with 2 if it has errors or cannot be read."
      },
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(paramLabel = "FILE", description = "The plan, in YAML.") Path file,
      @Option(
              names = "--at",
              paramLabel = "DATE",
              description =
                  "The day by which trainings are too old, such as 2026-01-05. Left out: today.")
          @Nullable LocalDate at) {
    try {
      LocalDate today = at == null ? LocalDate.now(ZoneOffset.UTC) : at;
      return report(CrisisPlanParser.check(file, today));
    } catch (IOException e) {
      err().println("cannot read " + file + ": " + FileFault.reason(e));
      return ExitCode.USAGE;
    }
  }

  /**
   * Prints who is on call by each rota that a rule of the plan names.
   *
   * @return 0, or 2 if the plan has errors or cannot be read
   */
  @Command(
      name = "on-call",
      description = {
        "Prints who is on call when, by each rota that a rule of the plan names.",
        "Times are those of the rota's own zone."
      },
      mixinStandardHelpOptions = true)
  int onCall(
      @Parameters(paramLabel = "FILE", description = "The plan, in YAML.") Path file,
      @Option(
              names = "--at",
              paramLabel = "TIME",
              description =
                  "From when on, in ISO-8601, such as 2026-01-05T08:00:00Z. Left out: now.")
          @Nullable Instant at,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "7",
              description = "For how many days, from 1 to 366. Left out: ${DEFAULT-VALUE}.")
          int days) {
    if (days < 1 || days > 366) {
      err().println("--days must be from 1 to 366: " + days);
      return ExitCode.USAGE;
    }
    try {
      PlanReading reading = CrisisPlanParser.read(file);
      CrisisPlan plan = reading.plan();
      if (plan == null) {
        return report(reading);
      }
      Instant from = at == null ? Instant.now() : at;
      OnCallTable.of(plan, from.truncatedTo(ChronoUnit.MINUTES), days).forEach(out()::println);
      return ExitCode.OK;
    } catch (IOException e) {
      err().println("cannot read " + file + ": " + FileFault.reason(e));
      return ExitCode.USAGE;
    }
  }

  private int report(PlanReading reading) {
    reading.lines().forEach(out()::println);
    out().println(PlanSummary.of(reading));
    return reading.count(ProblemSeverity.ERROR) == 0 ? ExitCode.OK : ExitCode.USAGE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
