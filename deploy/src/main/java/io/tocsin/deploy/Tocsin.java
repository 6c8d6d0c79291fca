package io.tocsin.deploy;

import io.tocsin.deploy.adapt.AdaptCommand;
import io.tocsin.deploy.bench.BenchCommand;
import io.tocsin.deploy.cli.DurationConverter;
import io.tocsin.deploy.cli.ErrorLine;
import io.tocsin.deploy.cli.ManifestVersion;
import io.tocsin.deploy.cli.PlanCommand;
import io.tocsin.deploy.cli.RehearseVerb;
import io.tocsin.deploy.cli.VersionVerb;
import io.tocsin.deploy.demo.DemoCommand;
import io.tocsin.deploy.desk.KpisVerb;
import io.tocsin.deploy.detect.DetectCommand;
import io.tocsin.deploy.drill.DrillCommand;
import io.tocsin.deploy.host.Installation;
import io.tocsin.deploy.host.LogFile;
import io.tocsin.deploy.intent.TrainIntentCommand;
import io.tocsin.deploy.ledger.ExplainCommand;
import io.tocsin.deploy.models.ModelsCommand;
import io.tocsin.deploy.replay.ReplayCommand;
import io.tocsin.deploy.score.ScoreCommand;
import io.tocsin.deploy.stack.DeskVerb;
import io.tocsin.deploy.stack.TopicsVerb;
import io.tocsin.deploy.stack.UpCommand;
import io.tocsin.deploy.teacher.TeachCommand;
import io.tocsin.deploy.train.EvaluateCommand;
import io.tocsin.deploy.train.TrainCommand;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code tocsin} command: finds the verb, runs it, and ends with its exit code. */
@Command(
    name = "tocsin",
    mixinStandardHelpOptions = true,
    versionProvider = ManifestVersion.class,
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    description = "Rings when a brand's name starts to burn.",
    footer = {"", "Exit code: 0 done, 1 failed, 2 wrong option, value or input file."},
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DeskVerb.class,
      TopicsVerb.class,
      ReplayCommand.class,
      ScoreCommand.class,
      EvaluateCommand.class,
      AdaptCommand.class,
      TeachCommand.class,
      DetectCommand.class,
      PlanCommand.class,
      DrillCommand.class,
      ExplainCommand.class,
      BenchCommand.class,
      KpisVerb.class,
      TrainIntentCommand.class,
      ModelsCommand.class,
      TrainCommand.class,
      RehearseVerb.class,
      VersionVerb.class,
      HelpCommand.class
    })
public final class Tocsin implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  /** Runs one verb and ends the process. */
  public static void main(String[] arguments) {
    LogFile.choose(Installation.current().logs());
    System.exit(commandLine().execute(arguments));
  }

  /** The command with all its verbs, as tests run it too. */
  public static CommandLine commandLine() {
    ErrorLine errors = new ErrorLine();
    return new CommandLine(new Tocsin())
        .registerConverter(Duration.class, new DurationConverter())
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  /** Without a verb there is nothing to run. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which verb?");
  }
}
