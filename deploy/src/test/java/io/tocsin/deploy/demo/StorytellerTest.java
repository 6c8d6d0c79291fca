package io.tocsin.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.testing.SampleRedirects;
import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import io.tocsin.spike.Evidence;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorytellerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:05Z");

  private final Storyteller storyteller =
      new Storyteller(ZoneOffset.UTC, Map.of("nimbus", "Nimbus Mobile"));

  @Test
  void tellsASpikeOfABrandWithItsReason() {
    assertThat(storyteller.tell(spike(Watch.ofBrand("nimbus"), SpikePhase.RAISED)))
        .isEqualTo("12:00:05  @|yellow spike        |@ Nimbus Mobile: 80 where 6 is usual");
  }

  @Test
  void tellsWhatASpikeHasGrownTo() {
    assertThat(storyteller.tell(spike(Watch.ofBrand("nimbus"), SpikePhase.ONGOING)))
        .isEqualTo("12:00:05  @|yellow spike goes on|@ Nimbus Mobile: 80 where 6 is usual");
  }

  @Test
  void leavesOutWhatIsNoNews() {
    assertThat(storyteller.tell(spike(Watch.ofChannel("nimbus", "x"), SpikePhase.RAISED))).isNull();
  }

  @Test
  void tellsAValve() {
    Redirect redirect = SampleRedirects.of("1/care/care-backup", "nimbus", ValveState.OPEN, NOW);

    assertThat(storyteller.tell(redirect))
        .contains("overflow")
        .contains("care -> care-backup open");
  }

  private static Spike spike(Watch watch, SpikePhase phase) {
    return new Spike(
        "id",
        watch,
        Signal.NEGATIVITY,
        phase,
        NOW,
        NOW,
        60_000,
        80,
        6,
        20,
        90,
        80,
        80,
        0.8,
        0.1,
        1,
        1_000,
        List.of(),
        new Evidence(List.of(), 48, 0.01, 0.03, List.of(), 0, 1),
        List.of(),
        "80 where 6 is usual",
        null);
  }
}
