package io.tocsin.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.demo.Chronicle.Step;
import io.tocsin.deploy.testing.SampleRedirects;
import io.tocsin.incident.Severity;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.PageTarget;
import io.tocsin.response.Redirect;
import io.tocsin.response.Transport;
import io.tocsin.response.ValveState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChronicleTest {
  private static final Instant OUTAGE = Instant.parse("2026-03-01T12:00:00Z");

  private final Chronicle chronicle = new Chronicle("nimbus");

  @BeforeEach
  void anOutageBegins() {
    chronicle.begins(OUTAGE);
  }

  @Test
  void measuresTheFirstOfEachStepFromTheFirstMention() {
    chronicle.record(page("nimbus", 25));
    chronicle.record(page("nimbus", 70));
    chronicle.record(redirect(ValveState.OPEN, 25));
    chronicle.record(redirect(ValveState.CLOSED, 400));

    assertThat(chronicle.timeTo(Step.PAGE)).isEqualTo(Duration.ofSeconds(25));
    assertThat(chronicle.timeTo(Step.REDIRECT)).isEqualTo(Duration.ofSeconds(25));
    assertThat(chronicle.timeTo(Step.CLOSED)).isEqualTo(Duration.ofSeconds(400));
    assertThat(chronicle.timeTo(Step.RESOLVED)).isNull();
    assertThat(chronicle.pages()).isEqualTo(2);
  }

  @Test
  void namesABrandThatWasPagedForNothing() {
    chronicle.record(page("fizz", 30));
    chronicle.record(page("nimbus", -500));

    assertThat(chronicle.pagedForNothing()).containsExactly("fizz", "nimbus");
    assertThat(chronicle.pages()).isZero();
  }

  private static Redirect redirect(ValveState state, long seconds) {
    return SampleRedirects.of("nimbus/1/care", "nimbus", state, OUTAGE.plusSeconds(seconds));
  }

  private static Page page(String brand, long seconds) {
    return new Page(
        brand + "/1/warning/duty",
        PageAction.TRIGGER,
        PageTarget.of("duty", Transport.CONSOLE, null),
        brand + "/1",
        brand,
        Severity.WARNING,
        OUTAGE.plusSeconds(seconds),
        OUTAGE,
        "title",
        "body",
        List.of(),
        "v1",
        "because");
  }
}
