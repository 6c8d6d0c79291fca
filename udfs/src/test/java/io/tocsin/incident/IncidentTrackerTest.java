package io.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.testing.Samples;
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

  private final IncidentTracker tracker =
      new IncidentTracker(new SeverityPolicy(30, 5_000_000, STAND_DOWN));
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
  void neverLowersTheSeverityWhileItIsOn() {
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 40);
    Incident incident = spike(BRAND, Signal.NEGATIVITY, SpikePhase.ONGOING, 60, 9);

    assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
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
  void reopensWhatFlaresUpWhileStandingDown() {
    Incident opened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 0, 12);
    spike(BRAND, Signal.NEGATIVITY, SpikePhase.ENDED, 100, 1);
    Incident reopened = spike(BRAND, Signal.NEGATIVITY, SpikePhase.RAISED, 130, 12);

    assertThat(reopened.id()).isEqualTo(opened.id());
    assertThat(reopened.change()).isEqualTo(IncidentChange.REOPENED);
    assertThat(tracker.onTime(book, START.plusSeconds(10_000))).isNull();
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
    return tracker.onAck(book, new Ack(id, "acme", by, START), START.plusSeconds(30));
  }
}
