package io.tocsin.deploy.cli;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.LogFile;
import io.tocsin.deploy.host.UserException;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells a person in one line on standard error what went wrong. The exit code is 2 for a wrong
 * option, value or input file, and 1 for everything else. A stack trace goes to the log file.
 */
public final class ErrorLine implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    print(command, messageOf(failure) + " (see '" + help + "')");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    LoggerFactory.getLogger(ErrorLine.class)
        .info("{} failed", command.getCommandSpec().qualifiedName(), failure);
    if (failure instanceof UserException) {
      print(command, String.valueOf(failure.getMessage()));
      return failure instanceof BadInputException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
    print(command, "unexpected: " + failure + " (more in " + LogFile.path() + ")");
    return ExitCode.SOFTWARE;
  }

  private static String messageOf(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && failure.getCommandLine().getParent() == null) {
      return "no verb '" + unmatched.getUnmatched().get(0) + "'" + suggestion(unmatched);
    }
    return String.valueOf(failure.getMessage());
  }

  private static String suggestion(UnmatchedArgumentException unmatched) {
    List<String> names = unmatched.getSuggestions();
    return names.isEmpty() ? "" : ", did you mean '" + names.get(0) + "'?";
  }

  private static void print(CommandLine command, String message) {
    String line = "tocsin: " + message.strip().replaceAll("\\s*\\R\\s*", "; ");
    command.getErr().println(command.getColorScheme().errorText(line));
    command.getErr().flush();
  }
}
