package io.tocsin.spike;

import io.tocsin.feed.FeedGap;
import io.tocsin.feed.FeedGaps;
import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.ArrayList;
import java.util.List;

/** One watch as {@link DetectSpikesFunction} lets it wake and sleep, without Flink. */
final class SleepyWatch {
  private static final Watch WATCH = Watch.ofBrand("acme");

  final List<Spike> spikes = new ArrayList<>();
  final List<FeedGap> gaps = new ArrayList<>();
  int looks;

  private final DetectorPolicy policy = DetectorPolicy.standard(10_000);
  private final SpikeDetector detector = new SpikeDetector(policy);
  private final SilenceDetector silences = new SilenceDetector(policy);
  private final WatchState state = new WatchState(policy);
  private long wakesAt = Long.MAX_VALUE;

  /** So many mentions come in the slide. */
  void hear(long slideStart, int mentions) {
    pass(slideStart + policy.slideMillis() - 1);
    look(
        new Slide(
            slideStart,
            mentions,
            mentions,
            mentions,
            0,
            0,
            0,
            mentions,
            mentions,
            List.of(),
            List.of(),
            Crowd.NOBODY));
  }

  /** Nothing comes up to this time. */
  void pass(long nowMillis) {
    while (wakesAt <= nowMillis) {
      look(Slide.empty(wakesAt - policy.slideMillis()));
    }
  }

  /** When it wakes if nothing comes. */
  long wakesAt() {
    return wakesAt;
  }

  /** What the baseline gives the row of this time. */
  double expected(long rowStart) {
    return state.volume.baseline.expected(rowStart);
  }

  List<Spike> silences() {
    return spikes.stream().filter(spike -> spike.signal() == Signal.SILENCE).toList();
  }

  private void look(Slide slide) {
    looks++;
    long now = slide.startMillis() + policy.slideMillis();
    FeedGaps known = FeedGaps.knownAt(now, gaps);
    spikes.addAll(silences.onSlide(WATCH, state, slide, known));
    spikes.addAll(detector.onSlide(WATCH, state, slide, known));
    wakesAt =
        detector.idle(state) ? silences.wakesAt(state, known, now) : now + policy.slideMillis();
  }
}
