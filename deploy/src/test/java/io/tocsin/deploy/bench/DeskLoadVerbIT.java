package io.tocsin.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DeskLoadVerbIT {
  private final StringWriter terminal = new StringWriter();

  @Test
  void measuresADeskWithNobodyThereAndWithAll() {
    assertThat(run("--watches", "100", "--viewers", "3", "--seconds", "2"))
        .as(terminal.toString())
        .isZero();
    assertThat(terminal.toString())
        .containsPattern("(?m)^0 +\\d+\\.\\d% +\\d+\\.\\d +- +-$")
        .containsPattern("(?m)^3 +\\d+\\.\\d% +\\d+\\.\\d +[1-9][\\d,]+ +\\d+\\.\\d\\d$");
  }

  @Test
  void refusesMorePagesThanADeskServes() {
    assertThat(run("--viewers", "401")).isEqualTo(2);
    assertThat(terminal.toString()).contains("--viewers must be from 1 to 400: 401");
  }

  private int run(String... more) {
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(terminal, true));
    command.setErr(new PrintWriter(terminal, true));
    return command.execute(
        Stream.concat(List.of("bench", "desk").stream(), Stream.of(more)).toArray(String[]::new));
  }
}
