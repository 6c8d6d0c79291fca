package io.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.cli.DurationConverter;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.UserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class TocsinTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void listsItsVerbsOnHelp() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString())
        .contains("Usage: tocsin")
        .contains("demo", "up", "replay", "plan", "bench", "rehearse", "version");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysItsVersionEitherWay() {
    assertThat(execute("version")).isZero();
    assertThat(execute("--version")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0)).startsWith("tocsin ").contains("Java").isEqualTo(lines.get(1));
  }

  @Test
  void asksForAVerbWhenThereIsNone() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("tocsin: which verb? (see 'tocsin --help')");
  }

  @Test
  void suggestsTheVerbThatWasMeant() {
    assertThat(execute("versoin")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "tocsin: no verb 'versoin', did you mean 'version'? (see 'tocsin --help')");
  }

  @Test
  void namesAnUnknownOptionAndWhereToLook() {
    assertThat(execute("version", "--fast")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "tocsin: Unknown option: '--fast' (see 'tocsin version --help')");
  }

  @Test
  void namesABadValueInOneLine() {
    assertThat(execute("fail", "--duration", "soon")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("tocsin: Invalid value for option '--duration'")
        .contains("'soon' is no duration");
  }

  @Test
  void refusesAPortThatIsNoneBeforeAnythingStarts() {
    assertThat(execute("demo", "--port", "99999")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("tocsin: --port is not a port from 0 to 65535: 99999");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void endsWithOneForAFailureAndWithTwoForBadInput() {
    assertThat(executeFailing(() -> new UserException("port 9092 is in use"))).isEqualTo(1);
    assertThat(executeFailing(() -> new BadInputException("plan.yaml:\n  line 3"))).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("tocsin: port 9092 is in use", "tocsin: plan.yaml:; line 3");
  }

  @Test
  void tellsABugInOneLineWithTheLogFileAndNoStackTrace() {
    assertThat(executeFailing(() -> new IllegalStateException("row is negative: -3"))).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith(
            "tocsin: unexpected: java.lang.IllegalStateException: row is negative: -3 (more")
        .doesNotContain("\tat ");
  }

  private int executeFailing(Supplier<RuntimeException> failure) {
    return execute(failure, "fail");
  }

  private int execute(String... arguments) {
    return execute(IllegalStateException::new, arguments);
  }

  private int execute(Supplier<RuntimeException> failure, String... arguments) {
    CommandLine command = Tocsin.commandLine();
    CommandLine fail = new CommandLine(new FailVerb(failure));
    command.addSubcommand(fail);
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setParameterExceptionHandler(command.getParameterExceptionHandler())
        .setExecutionExceptionHandler(command.getExecutionExceptionHandler())
        .execute(arguments);
  }

  /** A verb that fails as it is told. */
  @Command(name = "fail")
  private static final class FailVerb implements Callable<Integer> {
    private final Supplier<RuntimeException> failure;

    @Option(names = "--duration", defaultValue = "1s", converter = DurationConverter.class)
    private Duration duration = Duration.ZERO;

    private FailVerb(Supplier<RuntimeException> failure) {
      this.failure = failure;
    }

    @Override
    public Integer call() {
      assertThat(duration).isPositive();
      throw failure.get();
    }
  }
}
