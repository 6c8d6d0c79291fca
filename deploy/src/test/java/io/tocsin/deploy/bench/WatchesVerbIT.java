package io.tocsin.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WatchesVerbIT {
  private final StringWriter terminal = new StringWriter();

  @Test
  void measuresEachLoad() {
    assertThat(run("300")).as(terminal.toString()).isZero();

    assertThat(terminal.toString())
        .containsPattern("for the first time +300 +300 ")
        .containsPattern("once an hour +300 +900 ")
        .containsPattern("in every slide +3 +540 ");
  }

  @Test
  void refusesANumberThatMakesNoSense() {
    assertThat(run("7")).isEqualTo(2);
    assertThat(terminal.toString()).contains("--watches must be from 100 to 5000000: 7");
  }

  private int run(String watches) {
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(terminal, true));
    command.setErr(new PrintWriter(terminal, true));
    return command.execute("bench", "watches", "--watches", watches);
  }
}
