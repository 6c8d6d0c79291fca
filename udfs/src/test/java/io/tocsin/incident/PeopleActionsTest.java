package io.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.spike.Signal;
import io.tocsin.spike.SpikePhase;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeopleActionsTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant NOW = START.plusSeconds(60);
  private static final Instant LATER = NOW.plusSeconds(3_600);
  private static final Watch BRAND = Watch.ofBrand("acme");
  private static final Watch ON_X = Watch.ofChannel("acme", "x");
  private static final Instant EMBARGO_ENDS = START.plusSeconds(86_400);
  private static final IncidentPolicy POLICY =
      new IncidentPolicy(
          new SeverityPolicy(30, 5_000_000, 120_000, 10, 100),
          BrandTree.NONE,
          new LifePolicy(
              600_000,
              0,
              0,
              List.of(
                  new RecordOnly(
                      "Sale",
                      START.plusSeconds(7_200).toEpochMilli(),
                      EMBARGO_ENDS.toEpochMilli()))));

  private final IncidentTracker tracker = new IncidentTracker(POLICY, "v1");
  private final PeopleActions people = new PeopleActions(POLICY, "v1");
  private final BrandBook book = new BrandBook();

  @Test
  void workThatIsOnCountsAsTakenAndSaysSo() {
    burn(BRAND, 12);
    Incident incident = done(AckAction.MITIGATE, null);

    assertThat(incident.state()).isEqualTo(IncidentState.MITIGATING);
    assertThat(incident.acknowledgedBy()).isEqualTo("ada");
    assertThat(incident.handling().by()).isEqualTo("ada");
    assertThat(incident.handling().why()).isEqualTo("reboot");
    assertThat(answer(AckAction.MITIGATE, null, "bob")).isEqualTo(AckAnswer.ALREADY_SO);
  }

  @Test
  void workEndsToCountWhenTheIncidentGrows() {
    burn(BRAND, 12);
    done(AckAction.MITIGATE, null);
    Incident grown = burn(BRAND, 40);

    assertThat(grown.state()).isEqualTo(IncidentState.OPEN);
    assertThat(grown.handling().mitigatingBy()).isNull();
  }

  @Test
  void whoGivesItBackLetsPagingBeginAnew() {
    burn(BRAND, 12);
    assertThat(answer(AckAction.RELEASE, null, "bob")).isEqualTo(AckAnswer.NOT_TAKEN);
    done(AckAction.ACKNOWLEDGE, null);
    Incident released = done(AckAction.RELEASE, null);

    assertThat(released.state()).isEqualTo(IncidentState.OPEN);
    assertThat(released.acknowledgedBy()).isNull();
    assertThat(released.handling().round()).isEqualTo(1);
  }

  @Test
  void aReplayedRecordChangesNothingWhateverHappenedSince() {
    burn(BRAND, 12);
    done(AckAction.ACKNOWLEDGE, null);
    done(AckAction.RELEASE, null);
    ActionResult again = people.take(book, ack(AckAction.ACKNOWLEDGE, null, "ada"), LATER);

    assertThat(again.receipt().answer()).isEqualTo(AckAnswer.REPEATED);
    assertThat(again.incident()).isNull();
  }

  @Test
  void whatWasRefusedIsNotDoneWhenItComesAgainLater() {
    burn(BRAND, 12);
    answer(AckAction.RELEASE, null, "bob");
    done(AckAction.ACKNOWLEDGE, null);

    assertThat(answer(AckAction.RELEASE, null, "bob")).isEqualTo(AckAnswer.REPEATED);
  }

  @Test
  void anOldEndOfASilenceEndsNoYoungerOne() {
    Ack end = ack(AckAction.UNSILENCE, null, "ada");
    Ack younger =
        new Ack("acme", "acme", "ada", LATER, AckAction.SILENCE, EMBARGO_ENDS, null, null, null);
    people.take(book, younger, LATER);

    assertThat(people.take(book, end, LATER).receipt().answer()).isEqualTo(AckAnswer.NOT_SILENCED);
  }

  @Test
  void aSnoozeHoldsPagesBackUntilItsEndAndNoLonger() {
    burn(BRAND, 12);
    assertThat(done(AckAction.SNOOZE, LATER).handling().lets()).isFalse();
    assertThat(tracker.onTime(book, LATER.minusMillis(1))).isNull();
    Incident woken = Objects.requireNonNull(tracker.onTime(book, LATER));

    assertThat(woken.change()).isEqualTo(IncidentChange.SNOOZE_ENDED);
    assertThat(woken.handling().lets()).isTrue();
    assertThat(woken.handling().round()).isEqualTo(1);
  }

  @Test
  void aSnoozeEndsWhenTheIncidentGrows() {
    burn(BRAND, 12);
    done(AckAction.SNOOZE, LATER);

    assertThat(burn(BRAND, 40).handling().lets()).isTrue();
  }

  @Test
  void aSilentBrandIsRecordedAndPagesNobodyNotEvenWhenItGrows() {
    assertThat(answer(AckAction.SILENCE, LATER, "ada")).isEqualTo(AckAnswer.TAKEN);
    assertThat(burn(BRAND, 12).handling().silencedUntil()).isEqualTo(LATER);
    Incident grown = burn(BRAND, 40);
    assertThat(grown.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(grown.handling().lets()).isFalse();

    Incident after = Objects.requireNonNull(tracker.onTime(book, LATER));
    assertThat(after.change()).isEqualTo(IncidentChange.SILENCE_ENDED);
    assertThat(after.handling().lets()).isTrue();
    assertThat(after.handling().round()).isEqualTo(1);
  }

  @Test
  void aSilenceIsToldWhereAnIncidentIsOnAndCanBeEnded() {
    burn(BRAND, 12);
    Incident silent = done(AckAction.SILENCE, LATER);
    assertThat(silent.change()).isEqualTo(IncidentChange.SILENCED);
    assertThat(silent.handling().by()).isEqualTo("ada");
    assertThat(burn(BRAND, 13).handling().by()).as("nobody changed that").isNull();
    Incident loud = done(AckAction.UNSILENCE, null);

    assertThat(loud.change()).isEqualTo(IncidentChange.SILENCE_ENDED);
    assertThat(answer(AckAction.UNSILENCE, null, "bob")).isEqualTo(AckAnswer.NOT_SILENCED);
  }

  @Test
  void aSilentWatchAddsNothingToWhatIsPaged() {
    silence(ON_X.key());
    burn(BRAND, 12);
    Incident incident = burn(ON_X, 40);

    assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(incident.pagedSeverity()).isEqualTo(Severity.WARNING);
    assertThat(incident.handling().lets()).isTrue();
  }

  @Test
  void nobodyIsPagedWhileOnlyASilentWatchBurns() {
    silence(ON_X.key());

    assertThat(burn(ON_X, 40).handling().silencedUntil()).isEqualTo(LATER);
  }

  @Test
  void thePlanSilencesForItsTime() {
    burn(BRAND, 12);
    Instant begins = START.plusSeconds(7_200);
    assertThat(tracker.dueMillis(book, NOW)).isEqualTo(begins.toEpochMilli());
    Incident silent = Objects.requireNonNull(tracker.onTime(book, begins));
    assertThat(silent.change()).isEqualTo(IncidentChange.SILENCED);
    assertThat(silent.handling().by()).isEqualTo("the crisis plan");
    assertThat(silent.handling().why()).isEqualTo("Sale");
    assertThat(tracker.dueMillis(book, begins)).isEqualTo(EMBARGO_ENDS.toEpochMilli());

    assertThat(Objects.requireNonNull(tracker.onTime(book, EMBARGO_ENDS)).change())
        .isEqualTo(IncidentChange.SILENCE_ENDED);
  }

  @Test
  void resolvesByHandWhatBurnsOnAndReopensItOnlyForSomethingElseOrWorse() {
    Incident opened = burn(BRAND, 12);
    Incident over = done(AckAction.RESOLVE, null);
    assertThat(over.state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(tracker.onLeftBurning(book, NOW)).isNull();
    assertThat(tell(BRAND, 13)).isNull();

    Incident worse = burn(BRAND, 40);
    assertThat(worse.id()).isEqualTo(opened.id());
    assertThat(worse.change()).isEqualTo(IncidentChange.REOPENED);
    assertThat(worse.handling().lets()).isTrue();
  }

  @Test
  void reopensWhatWasResolvedByHandWhenAnotherWatchBurns() {
    burn(BRAND, 12);
    done(AckAction.RESOLVE, null);
    Incident again = burn(ON_X, 12);

    assertThat(again.change()).isEqualTo(IncidentChange.REOPENED);
    assertThat(again.spikes()).hasSize(2);
    assertThat(again.handling().lets()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = AckAction.class,
      names = {"ACKNOWLEDGE", "MITIGATE", "RELEASE", "SNOOZE", "RESOLVE"})
  void refusesWhatIsDoneToNoIncidentOrToOneThatIsOver(AckAction action) {
    assertThat(answer(action, LATER, "ada")).isEqualTo(AckAnswer.UNKNOWN_INCIDENT);
    burn(BRAND, 12);
    done(AckAction.RESOLVE, null);

    assertThat(answer(action, LATER, "bob")).isEqualTo(AckAnswer.ALREADY_RESOLVED);
  }

  @ParameterizedTest
  @EnumSource(
      value = AckAction.class,
      names = {"SNOOZE", "SILENCE"})
  void wantsAnEndThatIsAheadAndNotTooFar(AckAction action) {
    burn(BRAND, 12);

    assertThat(answer(action, null, "ada")).isEqualTo(AckAnswer.NO_END);
    assertThat(answer(action, NOW, "ada")).isEqualTo(AckAnswer.END_PASSED);
    assertThat(answer(action, NOW.plus(Duration.ofDays(32)), "ada"))
        .isEqualTo(AckAnswer.END_TOO_FAR);
    assertThat(answer(action, LATER, "ada")).isEqualTo(AckAnswer.TAKEN);
    assertThat(answer(action, LATER, "bob")).isEqualTo(AckAnswer.ALREADY_SO);
  }

  @Test
  void silencesNoWatchOfAnotherBrand() {
    Ack foreign = silenceOf("acme-labs/channel/x");

    assertThat(people.take(book, foreign, NOW).receipt().answer())
        .isEqualTo(AckAnswer.FOREIGN_WATCH);
  }

  private void silence(String watch) {
    assertThat(people.take(book, silenceOf(watch), NOW).receipt().answer())
        .isEqualTo(AckAnswer.TAKEN);
  }

  private static Ack silenceOf(String watch) {
    return new Ack("acme", "acme", "ada", NOW, AckAction.SILENCE, LATER, watch, null, null);
  }

  private Incident burn(Watch watch, double score) {
    return Objects.requireNonNull(tell(watch, score));
  }

  private @Nullable Incident tell(Watch watch, double score) {
    return tracker.onSpikes(
        book, List.of(Samples.spike(watch, Signal.NEGATIVITY, SpikePhase.ONGOING, START, score)));
  }

  private Incident done(AckAction action, @Nullable Instant until) {
    return Objects.requireNonNull(people.take(book, ack(action, until, "ada"), NOW).incident());
  }

  private AckAnswer answer(AckAction action, @Nullable Instant until, String by) {
    return people.take(book, ack(action, until, by), NOW).receipt().answer();
  }

  private static Ack ack(AckAction action, @Nullable Instant until, String by) {
    String id = action.silences() ? "acme" : "acme-" + START;
    return new Ack(id, "acme", by, NOW, action, until, null, null, "reboot");
  }
}
