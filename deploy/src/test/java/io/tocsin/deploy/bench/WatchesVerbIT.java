package io.tocsin.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WatchesVerbIT {
  private final StringWriter terminal = new StringWriter();

  @Test
  void measuresEachLoad() {
    assertThat(run("300")).as(terminal.toString()).isZero();

    assertThat(terminal.toString())
        .containsPattern("for the first time +300 +300 ")
        .containsPattern("once an hour +300 +600 ")
        .containsPattern("in every slide +3 +360 ")
        .containsPattern("by Zipf's law +300 +[1-9]\\d{2} ");
  }

  @Test
  void measuresOneLoadWhereOneIsNamed() {
    assertThat(run("300", "--load", "hourly")).as(terminal.toString()).isZero();

    assertThat(terminal.toString())
        .contains("once an hour")
        .doesNotContain("for the first time", "in every slide", "by Zipf's law");
  }

  @Test
  void refusesANumberThatMakesNoSense() {
    assertThat(run("7")).isEqualTo(2);
    assertThat(terminal.toString()).contains("--watches must be from 100 to 5000000: 7");
  }

  private int run(String watches, String... more) {
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(terminal, true));
    command.setErr(new PrintWriter(terminal, true));
    List<String> arguments = new ArrayList<>(List.of("bench", "watches", "--watches", watches));
    arguments.addAll(List.of(more));
    return command.execute(arguments.toArray(String[]::new));
  }
}
