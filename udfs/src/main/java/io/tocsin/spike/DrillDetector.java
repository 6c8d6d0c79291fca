package io.tocsin.spike;

import io.tocsin.feed.FeedGaps;
import io.tocsin.mention.Drill;
import io.tocsin.window.Pane;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Judges a watch as it would be if what a drill makes up were real: by the same detector, on a copy
 * of what the watch has learnt, over real and made-up mentions together. The watch itself is only
 * looked at. A drill gives way where the watch itself burns: a real crisis is not to be confused
 * with an exercise.
 */
final class DrillDetector {
  /** How long after its last mention a drill may burn on. */
  static final long FADING_MILLIS = Baseline.ROW_MILLIS;

  /** Longer than any drill. */
  private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

  private final DetectorPolicy policy;
  private final SpikeDetector detector;

  DrillDetector(DetectorPolicy policy, SpikeDetector detector) {
    this.policy = policy;
    this.detector = detector;
  }

  /** What a drill sees of a watch, from this time on. */
  static DrillWatch begin(Drill drill, long nowMillis) {
    long ends = Math.min(drill.endsAt().toEpochMilli(), nowMillis + LONGEST_MILLIS);
    return new DrillWatch(drill, ends + FADING_MILLIS);
  }

  /** Whether this was made up after its drill's own end: then it is nothing. */
  static boolean isTooLate(Drill drill, Pane pane) {
    return pane.startMillis() >= drill.endsAt().toEpochMilli();
  }

  /**
   * Judges a slide before the watch itself does.
   *
   * @param real what the watch itself remembers; is not changed
   * @param copy makes a copy of it that shares nothing
   * @param realPanes of the watch itself in this slide
   * @return the drill's spikes that were raised, go on or ended
   */
  List<Spike> onSlide(
      Watch watch,
      DrillWatch drill,
      WatchState real,
      UnaryOperator<WatchState> copy,
      List<Pane> realPanes,
      long slideStart,
      FeedGaps gaps) {
    long now = slideStart + policy.slideMillis();
    Slide slide = Slide.of(slideStart, withDrill(drill, realPanes, now));
    if (drill.gaveWay || real.negativity.firing()) {
      return giveWay(drill, now);
    }
    WatchState state = drill.state == null ? copy.apply(real) : drill.state;
    drill.state = state;
    List<Spike> told = new ArrayList<>();
    for (Spike spike : detector.onSlide(watch.in(drill.drill), state, slide, gaps)) {
      if (isItsOwn(drill, spike)) {
        fold(drill, spike);
        told.add(spike);
      }
    }
    told.addAll(isOver(drill, now) ? end(drill, now) : List.of());
    return told;
  }

  /** Whether nothing more is to be expected: what is remembered of the drill can go. */
  boolean isOver(DrillWatch drill, long now) {
    return now >= drill.overMillis
        || (now >= drill.overMillis - FADING_MILLIS
            && drill.burning.isEmpty()
            && drill.panes.isEmpty());
  }

  private static List<Spike> giveWay(DrillWatch drill, long now) {
    drill.gaveWay = true;
    drill.state = null;
    return end(drill, now);
  }

  private List<Pane> withDrill(DrillWatch drill, List<Pane> realPanes, long endMillis) {
    List<Pane> both = new ArrayList<>(realPanes);
    drill.panes.stream().filter(pane -> pane.startMillis() < endMillis).forEach(both::add);
    drill.panes.removeIf(pane -> pane.startMillis() < endMillis);
    return both;
  }

  /** What burnt for real when the drill began is told by the watch itself. */
  private static boolean isItsOwn(DrillWatch drill, Spike spike) {
    return spike.id().endsWith("/" + drill.drill.id());
  }

  private static void fold(DrillWatch drill, Spike spike) {
    drill.burning.removeIf(burning -> burning.id().equals(spike.id()));
    if (spike.phase() != SpikePhase.ENDED) {
      drill.burning.add(spike);
    }
  }

  private static List<Spike> end(DrillWatch drill, long now) {
    List<Spike> ended = drill.burning.stream().map(spike -> spike.endedAt(now)).toList();
    drill.burning.clear();
    return ended;
  }
}
