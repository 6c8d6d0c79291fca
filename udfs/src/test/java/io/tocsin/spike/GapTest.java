package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.feed.FeedGap;
import io.tocsin.feed.FeedGaps;
import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A feed that stands still for a while and then sends all that was held back within a minute, in no
 * order and stamped with the time at which it was received. That is a surge of mentions, and
 * nothing else.
 */
class GapTest {
  private static final long SLIDE = 10_000;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final double SHARE = 0.15;
  private static final Watch WATCH = Watch.ofBrand("acme");

  private final DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
  private final SpikeDetector detector = new SpikeDetector(policy);
  private final SilenceDetector silences = new SilenceDetector(policy);
  private final WatchState state = new WatchState(policy);
  private final List<FeedGap> gaps = new ArrayList<>();
  private long now;

  @ParameterizedTest
  @CsvSource({
    "0.2, 10, true",
    "0.2, 120, true",
    "1, 10, true",
    "1, 10, false",
    "1, 60, true",
    "5, 5, false",
    "5, 30, true"
  })
  void raisesNothingButASurge(double rate, long minutes, boolean known) {
    Random random = new Random(minutes);
    assertThat(run(random, 40 * HOUR, rate)).isEmpty();
    double before = state.volume.baseline.expected(now + HOUR);
    long stood = now;
    List<Spike> spikes = standStill(minutes * MINUTE, known);
    assertThat(spikes).as("while it stands still").isEmpty();

    spikes.addAll(run(random, MINUTE, rate * (now - stood) / MINUTE));
    spikes.addAll(run(random, 3 * HOUR, rate));

    assertThat(spikes).extracting(Spike::signal).isSubsetOf(Signal.VOLUME);
    assertThat(state.volume.firing()).as("it ends").isFalse();
    assertThat(state.volume.baseline.expected(now - 2 * HOUR))
        .isBetween(0.8 * before, 1.25 * before);
  }

  private List<Spike> standStill(long millis, boolean known) {
    FeedGap gap = FeedGap.open(null, now + MINUTE);
    if (known) {
      gaps.add(gap);
    }
    List<Spike> spikes = new ArrayList<>();
    for (long end = now + millis; now < end; ) {
      spikes.addAll(look(Slide.empty(now)));
    }
    if (known) {
      gaps.set(0, gap.closed(now + SLIDE, SLIDE));
    }
    return spikes;
  }

  private List<Spike> run(Random random, long millis, double rate) {
    List<Spike> spikes = new ArrayList<>();
    for (long end = now + millis; now < end; ) {
      int mentions = poisson(random, rate);
      int negative = (int) random.doubles(mentions).filter(draw -> draw < SHARE).count();
      spikes.addAll(look(slide(mentions, negative)));
    }
    return spikes;
  }

  private List<Spike> look(Slide slide) {
    now = slide.startMillis() + SLIDE;
    FeedGaps known = FeedGaps.knownAt(now, gaps);
    List<Spike> spikes = new ArrayList<>(silences.onSlide(WATCH, state, slide, known));
    spikes.addAll(detector.onSlide(WATCH, state, slide, known));
    return spikes;
  }

  private Slide slide(int mentions, int negative) {
    return new Slide(
        now,
        mentions,
        mentions,
        mentions,
        negative,
        negative * 800_000L + (mentions - negative) * 100_000L,
        0,
        mentions,
        mentions,
        List.of(),
        List.of(),
        Crowd.NOBODY);
  }

  private static int poisson(Random random, double mean) {
    if (mean > 30) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
