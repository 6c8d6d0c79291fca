package io.tocsin.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.deploy.desk.DeskSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DeskVerbTest {
  private final StringWriter err = new StringWriter();

  @Test
  void staysOnThisMachineUnlessToldOtherwise() {
    DeskSettings settings = settings();
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8088);
    assertThat(settings.bootstrapServers()).isEqualTo("localhost:9092");
    assertThat(settings.address()).isNull();
  }

  @Test
  void listensWhereItIsToldAndSignsWithTheHostsKey() {
    DeskSettings settings =
        settings(
            "--kafka",
            "kafka:9092",
            "--host",
            "0.0.0.0",
            "--port",
            "9000",
            "--desk-address",
            "https://desk.example.com",
            "--second-opinion",
            "none");
    assertThat(settings.bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(settings.host()).isEqualTo("0.0.0.0");
    assertThat(settings.port()).isEqualTo(9000);
    assertThat(settings.address()).isEqualTo("https://desk.example.com");
    assertThat(settings.secondOpinion()).isNull();
    assertThat(settings.secrets().linkKey()).isEqualTo("ack-links");
    assertThat(settings.secrets().secrets().find("ack-links")).isEqualTo("a key of sixteen");
  }

  @Test
  void refusesWhatIsNoPortOrNoAddressInOneLine() {
    assertThat(execute("--port", "99999")).isEqualTo(2);
    assertThat(execute("--desk-address", "desk")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "tocsin: --port is not a port from 0 to 65535: 99999",
            "tocsin: desk-address is 'desk', expected: an address like https://desk.example.com");
  }

  @Test
  void saysWhichBrokerHasNoAddress() {
    assertThat(execute("--kafka", "no port", "--port", "0")).isEqualTo(1);
    assertThat(err.toString()).startsWith("tocsin: cannot use Kafka at no port: ");
  }

  private static DeskSettings settings(String... options) {
    DeskVerb verb = new DeskVerb();
    new CommandLine(verb).parseArgs(options);
    return verb.settings(Map.of("TOCSIN_SECRET_ACK_LINKS", "a key of sixteen"));
  }

  private int execute(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "desk";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Tocsin.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
  }
}
