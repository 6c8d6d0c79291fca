package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.live.PlanReport;
import io.tocsin.response.live.PlanVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanStandingBookTest {
  private final PlanStandingBook book = new PlanStandingBook();

  @Test
  void keepsThePlanInForceAndShowsARefusalUntilAPlanIsAccepted() {
    put(PlanVerdict.STARTED, "1", NOON, "1");
    put(PlanVerdict.REFUSED, "2", NOON.plusSeconds(1), "1");
    assertThat(book.standing().version()).isEqualTo("1");
    assertThat(book.standing().since()).isEqualTo(NOON);
    assertThat(book.standing().refusal()).isNotNull();

    put(PlanVerdict.ACCEPTED, "3", NOON.plusSeconds(2), "3");
    assertThat(book.standing().version()).isEqualTo("3");
    assertThat(book.standing().since()).isEqualTo(NOON.plusSeconds(2));
    assertThat(book.standing().refusal()).isNull();
    assertThat(book.standing().refusals()).isOne();
  }

  @Test
  void aFileThatIsRefusedBeforeItIsPublishedLeavesTheVersionAsItIs() {
    put(PlanVerdict.ACCEPTED, "3", NOON, "3");
    put(PlanVerdict.REFUSED, "unknown", NOON.plusSeconds(1), null);

    assertThat(book.standing().version()).isEqualTo("3");
    assertThat(book.standing().refusals()).isOne();
  }

  @Test
  void aPlanThatWasInForceAlreadyIsInForceSinceThen() {
    put(PlanVerdict.ACCEPTED, "3", NOON, "3");
    put(PlanVerdict.REFUSED, "4", NOON.plusSeconds(1), "3");
    put(PlanVerdict.UNCHANGED, "3", NOON.plusSeconds(2), "3");

    assertThat(book.standing().since()).isEqualTo(NOON);
    assertThat(book.standing().refusal()).isNull();
  }

  private void put(PlanVerdict verdict, String version, Instant at, @Nullable String inForce) {
    book.put(new PlanReport(verdict, version, at, "ann", at, inForce, List.of()));
  }
}
