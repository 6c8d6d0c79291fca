package io.tocsin.spike;

import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one slide of one watch costs, all looks at all signals, without reading and writing its
 * state: {@code mvn -pl udfs -Pjmh test-compile exec:exec -Djmh.arguments="-prof gc
 * SpikeDetectorBenchmark"}. Every thirtieth slide ends a row, so the mean holds a thirtieth of a
 * row's work.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class SpikeDetectorBenchmark {
  private static final long SLIDE = 10_000;
  private static final int DAY_SLIDES = 8_640;
  private static final Watch WATCH = Watch.ofBrand("acme");

  /** Mentions a slide, on average: a few an hour, or one in three seconds. */
  @Param({"0.02", "3"})
  public double mentions;

  private final long[] counts = new long[DAY_SLIDES];
  private SpikeDetector detector;
  private WatchState state;
  private long next;

  /** Lets the watch see three days, the same for every run. */
  @Setup
  public void live() {
    DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
    detector = new SpikeDetector(policy);
    state = new WatchState(policy);
    Random random = new Random(1);
    for (int i = 0; i < DAY_SLIDES; i++) {
      counts[i] = (long) (mentions + random.nextDouble());
    }
    for (int i = 0; i < 3 * DAY_SLIDES; i++) {
      slide();
    }
  }

  /** Judges the next slide. */
  @Benchmark
  public List<Spike> slide() {
    long count = counts[(int) (next % DAY_SLIDES)];
    long negative = count / 3;
    return detector.onSlide(
        WATCH,
        state,
        new Slide(
            SLIDE * next++,
            count,
            count,
            count,
            negative,
            negative * 900_000,
            100 * count,
            count,
            count,
            List.of(),
            List.of(),
            Crowd.NOBODY));
  }
}
