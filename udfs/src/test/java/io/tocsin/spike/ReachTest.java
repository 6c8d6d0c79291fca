package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.SampledText;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class ReachTest {
  private static final long SLIDE = 10_000;
  private static final int HOUR_SLIDES = 360;
  private static final Watch WATCH = Watch.ofBrand("acme");
  private static final double SMALL_ACCOUNT = 0.1;
  private static final double MILLION = 3;
  private static final double FIFTY_MILLION = 4.7;

  private final DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
  private final SpikeDetector detector = new SpikeDetector(policy);
  private final WatchState state = new WatchState(policy);
  private Random random = new Random(0);
  private List<Spike> spikes = new ArrayList<>();
  private long now;

  @BeforeEach
  void twoDaysOfSmallAccounts(RepetitionInfo info) {
    random = new Random(info.getCurrentRepetition());
    for (int i = 0; i < 48 * HOUR_SLIDES; i++) {
      slide(random.nextInt(2), SMALL_ACCOUNT);
    }
    assertThat(spikes).isEmpty();
  }

  @RepeatedTest(3)
  void seesThatAccountsSpeakWhichAreWiderHeardThanUsual() {
    for (int i = 0; i < 12; i++) {
      slide(1 + i % 2, MILLION);
    }

    Spike reach =
        spikes.stream().filter(spike -> spike.signal() == Signal.REACH).findFirst().orElseThrow();
    assertThat(reach.at().toEpochMilli() - (now - 12 * SLIDE)).isLessThanOrEqualTo(2 * 60_000);
    assertThat(reach.why()).contains("accounts' worth of reach");
  }

  @RepeatedTest(3)
  void isNotMovedByOneAccountHoweverWideItIsHeard() {
    slide(1, FIFTY_MILLION);
    for (int i = 0; i < HOUR_SLIDES; i++) {
      slide(random.nextInt(2), SMALL_ACCOUNT);
    }

    assertThat(spikes).extracting(Spike::signal).doesNotContain(Signal.REACH);
  }

  @RepeatedTest(3)
  void takesManyAccountsOfTheUsualSizeForVolume() {
    for (int i = 0; i < 30; i++) {
      slide(12, SMALL_ACCOUNT);
    }

    assertThat(spikes)
        .extracting(Spike::signal)
        .contains(Signal.VOLUME)
        .doesNotContain(Signal.REACH);
  }

  private void slide(int mentions, double weight) {
    long[] authors =
        random.longs(mentions, 0, 1 << 16).map(key -> key << 48 | 1).sorted().toArray();
    List<SampledText> texts =
        random.longs(mentions).mapToObj(key -> SampledText.of(key, 0, "text")).toList();
    long micros = Math.round(mentions * weight * 1e6);
    Crowd crowd = new Crowd(authors, new long[0], texts, micros, 0);
    spikes.addAll(
        detector.onSlide(
            WATCH,
            state,
            new Slide(
                now, mentions, mentions, mentions, 0, 0, 0, mentions, mentions, List.of(),
                List.of(), crowd)));
    now += SLIDE;
  }
}
