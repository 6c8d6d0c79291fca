package io.tocsin.deploy.replay;

import static io.tocsin.deploy.replay.Samples.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnsetScoreTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Onset OUTAGE = new Onset("acme", "outage", NOON, null);

  @Test
  void answersAnOnsetByItsBrandsFirstPageInTheWindow() {
    Page late = call("acme", "i1", NOON.plusSeconds(90));
    OnsetScore score =
        score(
            call("zeta", "i0", NOON.plusSeconds(10)),
            late,
            call("acme", "i1", NOON.plusSeconds(300)));

    assertThat(score.answered()).containsExactly(new OnsetScore.Answer(OUTAGE, late));
    assertThat(score.delays()).containsExactly(Duration.ofSeconds(90));
    assertThat(score.missed()).isEmpty();
    assertThat(score.falsePages()).extracting(Page::brand).containsExactly("zeta");
  }

  @Test
  void takesAPageBeforeTheOnsetOrAfterTheWindowForFalse() {
    OnsetScore score =
        score(
            call("acme", "i1", NOON.minusSeconds(1)),
            call("acme", "i2", NOON.plus(WINDOW).plusSeconds(1)));

    assertThat(score.missed()).containsExactly(OUTAGE);
    assertThat(score.falsePages()).hasSize(2);
  }

  @Test
  void countsTheLastMomentOfTheWindow() {
    assertThat(score(call("acme", "i1", NOON.plus(WINDOW))).missed()).isEmpty();
  }

  @Test
  void asksForAPageBeforeTheKnownEnd() {
    Onset brief = new Onset("acme", "", NOON, NOON.plusSeconds(600));
    List<Page> calls = List.of(call("acme", "i1", NOON.plusSeconds(601)));

    assertThat(OnsetScore.of(calls, List.of(brief), WINDOW).missed()).containsExactly(brief);
  }

  @Test
  void takesALaterPageOfATrueIncidentForTrue() {
    OnsetScore score =
        score(
            call("acme", "i1", NOON.plusSeconds(60)),
            call("acme", "i1", NOON.plus(WINDOW).plusSeconds(60)),
            call("acme", "i2", NOON.plus(WINDOW).plusSeconds(60)));

    assertThat(score.falsePages()).extracting(Page::incidentId).containsExactly("i2");
  }

  private static OnsetScore score(Page... calls) {
    return OnsetScore.of(List.of(calls), List.of(OUTAGE), WINDOW);
  }
}
