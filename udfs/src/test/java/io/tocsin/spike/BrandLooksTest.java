package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The band of a brand, as the detector judges by it. */
class BrandLooksTest {
  private static final long SLIDE = 10_000;
  private static final long HOUR = 3_600_000;
  private static final DetectorPolicy POLICY = DetectorPolicy.standard(SLIDE);
  private static final Watch BRAND = Watch.ofBrand("acme");

  private final SpikeDetector detector = new SpikeDetector(POLICY);
  private final WatchState state = new WatchState(POLICY);
  private final BrandLooks looks = new BrandLooks(POLICY);
  private long now;

  @Test
  void saysWhatWasHeardInAMinuteAndWhatIsUsual() {
    hear(3, 3 * HOUR);

    BrandLook volume = look(BRAND, false).get(0);
    assertThat(volume.signal()).isEqualTo(Signal.VOLUME);
    assertThat(volume.at().toEpochMilli()).isEqualTo(now);
    assertThat(volume.windowMillis()).isEqualTo(60_000);
    assertThat(volume.observed()).isEqualTo(18);
    assertThat(volume.expected()).isBetween(15.0, 20.0);
    assertThat(volume.upperBound()).isGreaterThan(3 * volume.expected() - 0.1);
  }

  @Test
  void nothingFiresBelowTheUpperBound() {
    for (int voices : new int[] {1, 3, 20}) {
      WatchState calm = new WatchState(POLICY);
      int load = voices;
      List<BrandLook> fired = new ArrayList<>();
      long time = 0;
      for (; time < 3 * HOUR; time += SLIDE) {
        detector.onSlide(BRAND, calm, slide(time, load));
      }
      for (int more = 1; fired.isEmpty(); more++, time += SLIDE) {
        List<Spike> spikes = detector.onSlide(BRAND, calm, slide(time, load + more * load));
        if (spikes.stream().anyMatch(spike -> spike.signal() == Signal.VOLUME)) {
          fired.addAll(looks.of(BRAND, calm, BrandRules.NONE, false, time + SLIDE));
        }
      }
      assertThat(fired.get(0).observed()).isGreaterThanOrEqualTo(fired.get(0).upperBound());
    }
  }

  @Test
  void restsAtZeroWhileTheWatchSleeps() {
    hear(1, HOUR);

    assertThat(look(BRAND, true)).extracting(BrandLook::observed).containsExactly(0.0, 0.0);
  }

  @Test
  void tellsOfACalmWatchOnceAMinute() {
    int told = 0;
    for (long end = now + HOUR; now < end; ) {
      hear(3, SLIDE);
      told += look(BRAND, false).size();
    }

    assertThat(told).isEqualTo(2 * 60);
  }

  @Test
  void tellsNothingOfPartsOfABrand() {
    hear(1, HOUR);

    assertThat(look(Watch.ofChannel("acme", "x"), false)).isEmpty();
  }

  private List<BrandLook> look(Watch watch, boolean asleep) {
    return looks.of(watch, state, BrandRules.NONE, asleep, now);
  }

  private void hear(int voices, long millis) {
    for (long end = now + millis; now < end; now += SLIDE) {
      detector.onSlide(BRAND, state, slide(now, voices));
    }
  }

  private static Slide slide(long start, long voices) {
    return new Slide(
        start, voices, voices, 0, 0, 0, 0, voices, voices, List.of(), List.of(), Crowd.NOBODY);
  }
}
