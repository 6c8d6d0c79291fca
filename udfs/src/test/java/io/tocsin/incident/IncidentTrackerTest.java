package io.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTopic;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Location;
import io.tocsin.window.Region;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentTrackerTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Watch BRAND = Watch.ofBrand("acme");
  private static final Watch ON_X = Watch.ofChannel("acme", "x");
  private static final long STAND_DOWN = 120_000;
  private static final BrandTree TREE =
      new BrandTree(
          List.of(new Region("north", "North", null), new Region("south", "South", null)),
          List.of(
              new Location("leeds", "Leeds Briggate", "north"),
              new Location("york", "York Minster", "north"),
              new Location("hull", "Hull", "north"),
              new Location("dover", "Dover", "south"),
              new Location("hove", "Hove", "south"),
              new Location("airport", "Airport", null)),
          List.of(new BrandTopic("refunds", "Refunds")));
  private static final Watch NORTH = Watch.ofRegion("acme", "north");

  private static final IncidentPolicy POLICY =
      new IncidentPolicy(
          new SeverityPolicy(30, 5_000_000, STAND_DOWN, 3, 5),
          TREE,
          new LifePolicy(600_000, 3_600_000, 7_200_000, List.of()));

  private final IncidentTracker tracker = new IncidentTracker(POLICY, "v1");
  private final BrandBook book = new BrandBook();

  @Test
  void recordsASurgeAsANotice() {
    Incident incident = spike(BRAND, Signal.VOLUME, SpikePhase.RAISED, 0, 90);

    assertThat(incident.change()).isEqualTo(IncidentChange.OPENED);
    assertThat(incident.severity()).isEqualTo(Severity.NOTICE);
  }

  @Test
  void escalatesASurgeThatTurnsSour() {
    spike(BRAND, Signal.VOLUME, SpikePhase.RAISED, 0, 90);
    Incident incident = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 10, 12);

    assertThat(incident.change()).isEqualTo(IncidentChange.ESCALATED);
    assertThat(incident.severity()).isEqualTo(Severity.WARNING);
    assertThat(incident.score()).as("the crisis, not the surge").isEqualTo(12);
  }

  @Test
  void isCriticalWhereWideAccountsSpeakOfACrisisAndASurgeWhereTheySpeakOfNone() {
    Incident surge = spike(BRAND, Signal.REACH, SpikePhase.RAISED, 0, 12);
    Incident crisis = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 10, 12);

    assertThat(surge.severity()).isEqualTo(Severity.NOTICE);
    assertThat(crisis.severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void foldsAChannelIntoTheBrandsIncidentAndNamesIt() {
    Incident opened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    Incident folded = spike(ON_X, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 20);

    assertThat(folded.id()).isEqualTo(opened.id());
    assertThat(folded.change()).isEqualTo(IncidentChange.UPDATED);
    assertThat(folded.channels()).containsExactly("x");
    assertThat(folded.score()).as("figures stay the brand's").isEqualTo(12);
  }

  @Test
  void isNotWrittenAnewForWhatGoesOnBesideItsStrongestSpike() {
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    spike(BRAND, Signal.VOLUME, SpikePhase.RAISED, 0, 20);
    Spike surge =
        Samples.spike(BRAND, Signal.VOLUME, SpikePhase.ONGOING, START.plusSeconds(900), 40);

    assertThat(tracker.onSpikes(book, List.of(surge))).isNull();
    assertThat(spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 901, 24).score()).isEqualTo(24);
  }

  @Test
  void changesOnceForAllThatIsToldAtOneMoment() {
    Spike surge = Samples.spike(BRAND, Signal.VOLUME, SpikePhase.RAISED, START, 90);
    Spike crisis = Samples.spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, START, 40);
    Spike part = Samples.spike(ON_X, Signal.NEGATIVITY, SpikePhase.RAISED, START, 40);

    Incident opened = Objects.requireNonNull(tracker.onSpikes(book, List.of(surge, crisis, part)));

    assertThat(opened.change()).isEqualTo(IncidentChange.OPENED);
    assertThat(opened.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(opened.channels()).containsExactly("x");
  }

  @Test
  void easesWhenWhatBurnsHasBeenMilderForHalfAnHourAndNotBefore() {
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 40);
    Incident incident = spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 60, 9);
    assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(dueSeconds(60)).isEqualTo(60 + 1_800);

    assertThat(tracker.onTime(book, START.plusSeconds(60 + 1_799))).isNull();
    Incident eased = Objects.requireNonNull(tracker.onTime(book, START.plusSeconds(60 + 1_800)));
    assertThat(eased.change()).isEqualTo(IncidentChange.EASED);
    assertThat(eased.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void isNotMilderWhileItGoesUpAndDown() {
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 40);
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 60, 9);
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 1_000, 40);
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 1_100, 9);

    assertThat(tracker.onTime(book, START.plusSeconds(2_000))).isNull();
  }

  @Test
  void keepsItsAcknowledgementWhenItComesBackToWhatItWas() {
    Incident opened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 40);
    ack(opened.id(), "ada");
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 60, 9);
    tracker.onTime(book, START.plusSeconds(1_900));
    Incident back = spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 2_000, 40);

    assertThat(back.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(back.state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(back.acknowledgedBy()).isEqualTo("ada");
  }

  @Test
  void isCriticalWhenItBurnsForAsLongAsThePlanSays() {
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);

    assertThat(dueSeconds(0)).isEqualTo(7_200);
    assertThat(tracker.onTime(book, START.plusSeconds(7_199))).isNull();
    Incident lasting = Objects.requireNonNull(tracker.onTime(book, START.plusSeconds(7_200)));
    assertThat(lasting.change()).isEqualTo(IncidentChange.ESCALATED);
    assertThat(lasting.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(tracker.onTime(book, START.plusSeconds(7_200))).isNull();
  }

  @Test
  void forgetsTheAcknowledgementAfterAsLongAsThePlanSaysIfItStillBurns() {
    Incident opened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    ack(opened.id(), "ada");

    assertThat(dueSeconds(30)).isEqualTo(3_630);
    assertThat(tracker.onTime(book, START.plusSeconds(3_629))).isNull();
    Incident lapsed = Objects.requireNonNull(tracker.onTime(book, START.plusSeconds(3_630)));
    assertThat(lapsed.change()).isEqualTo(IncidentChange.ACKNOWLEDGEMENT_LAPSED);
    assertThat(lapsed.state()).isEqualTo(IncidentState.OPEN);
    assertThat(lapsed.acknowledgedBy()).isNull();
    assertThat(lapsed.handling().round()).isEqualTo(1);
  }

  @Test
  void holdsTheAcknowledgementWhileItIsCalm() {
    Incident opened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    ack(opened.id(), "ada");
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.ENDED, 3_620, 1);

    assertThat(tracker.onTime(book, START.plusSeconds(3_700))).isNull();
  }

  @Test
  void reopensWhatFlaresUpSoonAfterItWasResolvedAndLeavesTimeToLookBeforePagingBeginsAnew() {
    Incident opened = resolved();
    Incident again = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 819, 12);

    assertThat(again.id()).isEqualTo(opened.id());
    assertThat(again.openedAt()).isEqualTo(opened.openedAt());
    assertThat(again.change()).isEqualTo(IncidentChange.REOPENED);
    assertThat(again.state()).isEqualTo(IncidentState.OPEN);
    assertThat(again.acknowledgedBy()).isNull();
    assertThat(again.handling().snoozedUntil()).isEqualTo(START.plusSeconds(819 + 300));
    Incident woken = Objects.requireNonNull(tracker.onTime(book, START.plusSeconds(819 + 300)));
    assertThat(woken.change()).isEqualTo(IncidentChange.SNOOZE_ENDED);
    assertThat(woken.handling().round()).isEqualTo(1);
  }

  @Test
  void pagesAtOnceWhereWhatIsReopenedIsWorseThanEver() {
    resolved();
    Incident again = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 300, 40);

    assertThat(again.change()).isEqualTo(IncidentChange.REOPENED);
    assertThat(again.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(again.handling().lets()).isTrue();
  }

  @Test
  void opensAnotherIncidentWhenTheLastOneIsLongOver() {
    Incident opened = resolved();
    Incident next = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 820, 12);

    assertThat(next.change()).isEqualTo(IncidentChange.OPENED);
    assertThat(next.id()).isNotEqualTo(opened.id());
  }

  /** Acknowledged, stood down at 100 s, resolved at 220 s; it may be reopened until 820 s. */
  private Incident resolved() {
    Incident opened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    ack(opened.id(), "ada");
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.ENDED, 100, 1);
    Incident over = Objects.requireNonNull(tracker.onTime(book, START.plusSeconds(220)));
    assertThat(over.state()).isEqualTo(IncidentState.RESOLVED);
    return opened;
  }

  private long dueSeconds(long nowSeconds) {
    long due = tracker.dueMillis(book, START.plusSeconds(nowSeconds));
    return (due - START.toEpochMilli()) / 1_000;
  }

  @Test
  void standsDownWhenAllSpikesEndedAndResolvesIfItStaysCalm() {
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    spike(ON_X, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    assertThat(spike(BRAND, Signal.NEGATIVITY, SpikePhase.ENDED, 100, 1).state())
        .isEqualTo(IncidentState.OPEN);
    assertThat(spike(ON_X, Signal.NEGATIVITY, SpikePhase.ENDED, 110, 1).state())
        .isEqualTo(IncidentState.STANDING_DOWN);

    assertThat(tracker.onTime(book, START.plusSeconds(229))).isNull();
    assertThat(Objects.requireNonNull(tracker.onTime(book, START.plusSeconds(230))).state())
        .isEqualTo(IncidentState.RESOLVED);
    assertThat(book.incident).isNull();
  }

  @Test
  void whatIsPastHidesNothingThatIsToCome() {
    PeopleActions people = new PeopleActions(POLICY, "v1");
    Incident opened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    spike(ON_X, Signal.VOLUME, SpikePhase.RAISED, 10, 12);
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.ENDED, 7_000, 1);
    people.take(
        book,
        new Ack(
            opened.id(),
            "acme",
            "ada",
            START.plusSeconds(7_300),
            AckAction.SNOOZE,
            START.plusSeconds(8_000),
            null,
            null,
            null),
        START.plusSeconds(7_300));

    assertThat(dueSeconds(7_300)).as("it would have been critical at 7200 s").isEqualTo(8_000);
  }

  @Test
  void reopensWhatFlaresUpWhileStandingDown() {
    Incident opened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.ENDED, 100, 1);
    Incident reopened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 130, 12);

    assertThat(reopened.id()).isEqualTo(opened.id());
    assertThat(reopened.change()).isEqualTo(IncidentChange.REOPENED);
    assertThat(tracker.onTime(book, START.plusSeconds(5_000))).isNull();
  }

  @Test
  void isTakenByTheFirstWhoAcknowledges() {
    Incident opened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);

    Incident taken = ack(opened.id(), "ada");
    assertThat(Objects.requireNonNull(taken).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(taken.acknowledgedBy()).isEqualTo("ada");
    assertThat(ack(opened.id(), "bob")).as("a second acknowledgement").isNull();
    assertThat(ack("acme/other", "bob")).as("of another incident").isNull();
  }

  @Test
  void forgetsTheAcknowledgementWhenItGrowsByASeverity() {
    Incident opened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    ack(opened.id(), "ada");
    Incident grown = spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 60, 40);

    assertThat(grown.change()).isEqualTo(IncidentChange.ESCALATED);
    assertThat(grown.state()).isEqualTo(IncidentState.OPEN);
    assertThat(grown.acknowledgedBy()).isNull();
  }

  @Test
  void aLocationThatBurnsAloneIsANoticeThatNamesOnlyIt() {
    Incident incident = burn("leeds", 0);

    assertThat(incident.severity()).isEqualTo(Severity.NOTICE);
    assertThat(incident.parts().focus()).isEqualTo("Leeds Briggate");
    assertThat(incident.parts().locations())
        .extracting(BurningLocation::name, BurningLocation::region, BurningLocation::observed)
        .containsExactly(tuple("Leeds Briggate", "North", 120.0));
    assertThat(incident.parts().regions())
        .containsExactly(new BurningRegion("north", "North", 1, 3));
  }

  @Test
  void asManyLocationsAsThePlanNamesAreAWarningThenCritical() {
    burn("leeds", 0);
    assertThat(burn("dover", 10).severity()).isEqualTo(Severity.NOTICE);
    Incident pattern = burn("airport", 20);
    burn("york", 30);
    Incident more = burn("hull", 40);

    assertThat(pattern.change()).isEqualTo(IncidentChange.ESCALATED);
    assertThat(pattern.severity()).isEqualTo(Severity.WARNING);
    assertThat(more.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(more.parts().regions())
        .containsExactly(
            new BurningRegion("north", "North", 3, 3), new BurningRegion("south", "South", 1, 2));
  }

  @Test
  void surgesOfLocationsAreNoPattern() {
    spike(Watch.ofLocation("acme", "leeds"), Signal.VOLUME, SpikePhase.RAISED, 0, 12);
    spike(Watch.ofLocation("acme", "york"), Signal.VOLUME, SpikePhase.RAISED, 0, 12);
    Incident incident =
        spike(Watch.ofLocation("acme", "hull"), Signal.VOLUME, SpikePhase.RAISED, 0, 12);

    assertThat(incident.severity()).isEqualTo(Severity.NOTICE);
  }

  @Test
  void aRegionThatBurnsByOneLocationIsThatLocationsMatter() {
    burn("leeds", 0);
    Incident raised = spike(NORTH, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    Incident later = spike(NORTH, Signal.NEGATIVITY, SpikePhase.ONGOING, 60, 12);

    assertThat(raised.severity()).isEqualTo(Severity.NOTICE);
    assertThat(later.severity()).isEqualTo(Severity.NOTICE);
  }

  @Test
  void aRegionInWhichTwoLocationsBurnIsACrisisOfTheRegion() {
    burn("leeds", 0);
    spike(NORTH, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    Incident incident = burn("york", 10);

    assertThat(incident.severity()).isEqualTo(Severity.WARNING);
    assertThat(incident.parts().focus()).isEqualTo("North");
  }

  @Test
  void aRegionThatGoesOnBurningWithoutAnyPlaceThatStandsOutIsACrisis() {
    assertThat(spike(NORTH, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12).severity())
        .isEqualTo(Severity.NOTICE);
    assertThat(tracker.onTime(book, START.plusSeconds(59))).isNull();
    Incident lasting = Objects.requireNonNull(tracker.onTime(book, START.plusSeconds(60)));

    assertThat(lasting.change()).isEqualTo(IncidentChange.ESCALATED);
    assertThat(lasting.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aTopicThatBurnsIsACrisisAndNamed() {
    Incident incident =
        spike(Watch.ofTopic("acme", "refunds"), Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);

    assertThat(incident.severity()).isEqualTo(Severity.WARNING);
    assertThat(incident.parts().topics()).containsExactly("Refunds");
  }

  @Test
  void figuresAreTheBrandsWhileItBurnsAndNotAPlaces() {
    burn("leeds", 0);
    Incident incident = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 10, 9);

    assertThat(incident.score()).isEqualTo(9);
    assertThat(incident.parts().focus()).isNull();
    assertThat(incident.parts().locations()).hasSize(1);
  }

  @Test
  void aCrisisStandsDownThoughALocationBurnsOnWhichIsThenANoticeOfItsOwn() {
    Incident crisis = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    burn("leeds", 10);
    Incident calm = spike(BRAND, Signal.NEGATIVITY, SpikePhase.ENDED, 100, 1);
    assertThat(calm.state()).isEqualTo(IncidentState.STANDING_DOWN);
    assertThat(calm.spikes()).hasSize(1);

    Incident over = Objects.requireNonNull(tracker.onTime(book, START.plusSeconds(220)));
    Incident notice = Objects.requireNonNull(tracker.onLeftBurning(book, START.plusSeconds(220)));

    assertThat(over.state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(notice.id()).isNotEqualTo(crisis.id());
    assertThat(notice.severity()).isEqualTo(Severity.NOTICE);
  }

  private Incident burn(String location, long seconds) {
    return spike(
        Watch.ofLocation("acme", location), Signal.NEGATIVITY, SpikePhase.RAISED, seconds, 12);
  }

  @Test
  void saysByWhichRuleItIsAsBadAsItIs() {
    Incident surge = spike(BRAND, Signal.VOLUME, SpikePhase.RAISED, 0, 9);
    Incident sour = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 10, 12);
    Incident rare = spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 20, 30);
    Incident milder = spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 30, 8);

    assertThat(List.of(surge, sour, rare))
        .extracting(incident -> Objects.requireNonNull(incident.grounds()).reason())
        .containsExactly(SeverityReason.SURGE, SeverityReason.NEGATIVITY, SeverityReason.RARITY);
    SeverityGrounds grounds = Objects.requireNonNull(rare.grounds());
    assertThat(grounds.score()).isEqualTo(30);
    assertThat(grounds.spike()).isEqualTo(rare.leadingSpike()).isNotNull();
    assertThat(grounds.policy().criticalScore()).isEqualTo(30);
    assertThat(milder.grounds()).as("what made it critical still stands").isEqualTo(grounds);
  }

  @Test
  void countsTheLocationsThatMadeAPattern() {
    burn("leeds", 0);
    burn("york", 10);
    SeverityGrounds few = Objects.requireNonNull(burn("york", 20).grounds());
    SeverityGrounds many = Objects.requireNonNull(burn("dover", 30).grounds());

    assertThat(few.reason()).isEqualTo(SeverityReason.FEW_LOCATIONS);
    assertThat(many.reason()).isEqualTo(SeverityReason.MANY_LOCATIONS);
    assertThat(many.locations()).isEqualTo(3);
  }

  @Test
  void takesTheEndOfAnUnknownSpikeForNothing() {
    assertThat(
            tracker.onSpikes(
                book, List.of(Samples.spike(BRAND, Signal.VOLUME, SpikePhase.ENDED, START, 1))))
        .isNull();
  }

  private Incident spike(Watch watch, Signal signal, SpikePhase phase, long seconds, double score) {
    Spike spike = Samples.spike(watch, signal, phase, START.plusSeconds(seconds), score);
    return Objects.requireNonNull(tracker.onSpikes(book, List.of(spike)));
  }

  private @Nullable Incident ack(String id, String by) {
    return new PeopleActions(POLICY, "v1")
        .take(book, new Ack(id, "acme", by, START), START.plusSeconds(30))
        .incident();
  }
}
