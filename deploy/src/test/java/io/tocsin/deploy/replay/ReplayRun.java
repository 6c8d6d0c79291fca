package io.tocsin.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** The verb {@code replay}, run for its output. */
final class ReplayRun {
  private ReplayRun() {}

  /**
   * Replays mentions by these plans.
   *
   * @param out folder for what it writes
   * @param more further options
   * @return what it told
   */
  static String of(Path mentions, List<Path> plans, Path out, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("replay", "--mentions", mentions.toString(), "--out", "" + out));
    plans.forEach(plan -> arguments.addAll(List.of("--plan", plan.toString())));
    arguments.addAll(Arrays.asList(more));
    StringWriter terminal = new StringWriter();
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(terminal, true));
    command.setErr(new PrintWriter(terminal, true));
    int status = command.execute(arguments.toArray(String[]::new));
    assertThat(status).as(terminal.toString()).isZero();
    return terminal.toString();
  }
}
