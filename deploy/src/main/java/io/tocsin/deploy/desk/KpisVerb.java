package io.tocsin.deploy.desk;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tocsin kpis}: every family that the desk tells Prometheus. */
@Command(
    name = "kpis",
    mixinStandardHelpOptions = true,
    description = "Prints the catalogue of the desk's metrics as Markdown.")
public final class KpisVerb implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.print(KpiPage.markdown());
    terminal.flush();
    return ExitCode.OK;
  }
}
