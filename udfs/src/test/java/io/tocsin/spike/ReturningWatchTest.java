package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.testing.Samples;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * A watch that nobody speaks of for hours or weeks, as Flink lets it sleep and wake, beside one
 * that looks at every slide meanwhile.
 */
class ReturningWatchTest {
  private static final long SLIDE = 10_000;
  private static final long STEP = 5_000;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long MONDAY = 1_772_409_600_000L;
  private static final Watch WATCH = Watch.ofBrand("acme");

  private final DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
  private final Map<Long, List<Pane>> panesOfSlides = new HashMap<>();
  private KeyedBroadcastOperatorTestHarness<String, Pane, DetectorNews, Spike> harness;
  private int mentions;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
            new DetectSpikesFunction(policy, DetectionPlan.NONE, plain -> plain),
            pane -> pane.watch().key(),
            Types.STRING,
            DetectSpikesFunction.FEED_GAPS,
            DetectSpikesFunction.PLAN);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @RepeatedTest(3)
  void isCaughtUpAsIfItHadLookedAtEverySlide(RepetitionInfo info) throws Exception {
    String seed = "seed " + info.getCurrentRepetition();
    Random random = new Random(info.getCurrentRepetition());
    long left = MONDAY + 7 * DAY + random.nextInt(600) * MINUTE;
    long back = left + 25 * HOUR + random.nextInt(20) * DAY + random.nextInt(1_440) * MINUTE;
    long storm = back + HOUR + random.nextInt(30) * MINUTE;
    long end = storm + 5 * MINUTE;

    speak(random, MONDAY, left, 0.1, 0.1f);
    watermark(back - 1);
    assertThat(harness.numEventTimeTimers()).as(seed).isZero();
    assertThat(stateEntries()).as("%s: the memories of brand and channel", seed).isEqualTo(2);
    speak(random, back, storm, 0.1, 0.1f);
    speak(random, storm, end, 5, 0.9f);

    List<Spike> told = new ArrayList<>();
    Map<String, BaselineRow> rows = everySlide(end, told);
    assertThat(raisedAndEnded(harness.extractOutputValues(), back))
        .as(seed)
        .isEqualTo(raisedAndEnded(told, back))
        .anyMatch(spike -> spike.startsWith("NEGATIVITY RAISED"));
    int compared = 0;
    for (var record : harness.getSideOutput(DetectSpikesFunction.BASELINES)) {
      BaselineRow caughtUp = record.getValue();
      BaselineRow row = rows.get(span(caughtUp));
      if (row != null && caughtUp.from().toEpochMilli() >= back) {
        assertAlike(seed, caughtUp, row);
        compared++;
      }
    }
    assertThat(compared).as(seed).isGreaterThan(10);
  }

  private static void assertAlike(String seed, BaselineRow caughtUp, BaselineRow row) {
    String where = seed + ", " + span(row);
    assertThat(caughtUp.voices()).as(where).isEqualTo(row.voices());
    assertThat(caughtUp.usualVoices())
        .as(where)
        .isCloseTo(row.usualVoices(), within(0.02 * row.usualVoices() + 0.02));
    assertThat(caughtUp.voicesSpread())
        .as(where)
        .isCloseTo(row.voicesSpread(), within(0.05 * row.voicesSpread() + 0.02));
    assertThat(caughtUp.usualNegativity())
        .as(where)
        .isCloseTo(row.usualNegativity(), within(0.02 * row.usualNegativity() + 0.02));
  }

  /** What a detector tells that is asked at every slide. */
  private Map<String, BaselineRow> everySlide(long end, List<Spike> told) {
    SpikeDetector detector = new SpikeDetector(policy);
    WatchState state = new WatchState(policy);
    Map<String, BaselineRow> rows = new TreeMap<>();
    for (long start = MONDAY; start < end; start += SLIDE) {
      long before = state.sums.newestMillis;
      Slide slide = Slide.of(start, panesOfSlides.getOrDefault(start, List.of()));
      told.addAll(detector.onSlide(WATCH, state, slide));
      BaselineRows.since(WATCH, state, BrandRules.NONE, before)
          .forEach(row -> rows.put(span(row), row));
    }
    return rows;
  }

  /** Mentions at random, so many in five seconds in the mean. */
  private void speak(Random random, long from, long to, double inStep, float negative)
      throws Exception {
    for (long time = from; time < to; time += STEP) {
      for (double left = inStep; left > 0; left--) {
        if (random.nextDouble() < left) {
          mention(time, negative);
        }
      }
      if ((time + STEP) % MINUTE == 0) {
        watermark(time + STEP - 1);
      }
    }
    watermark(to - 1);
  }

  private void mention(long time, float negative) throws Exception {
    PartialPanes panes = new PartialPanes(SLIDE);
    panes.add(Samples.scored(Samples.mention("m" + mentions++, "x", time), negative, "acme"), time);
    List<Pane> flushed = new ArrayList<>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);
    for (Pane pane : flushed) {
      harness.processElement(pane, pane.startMillis());
      if (pane.watch().equals(WATCH)) {
        panesOfSlides.computeIfAbsent(pane.startMillis(), start -> new ArrayList<>()).add(pane);
      }
    }
  }

  private void watermark(long millis) throws Exception {
    harness.processBroadcastWatermark(millis);
    harness.processWatermark(millis);
  }

  private int stateEntries() {
    var operator = (CoBroadcastWithKeyedOperator<?, ?, ?, ?>) harness.getTwoInputOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  /** When one that goes on is told again, and its onset, hang on the last digits of a score. */
  private static List<String> raisedAndEnded(List<Spike> spikes, long from) {
    return spikes.stream()
        .filter(spike -> spike.watch().equals(WATCH) && spike.signal() != Signal.SILENCE)
        .filter(spike -> spike.phase() != SpikePhase.ONGOING)
        .filter(spike -> spike.at().toEpochMilli() >= from)
        .map(spike -> spike.signal() + " " + spike.phase() + " " + spike.at())
        .toList();
  }

  private static String span(BaselineRow row) {
    return row.from() + " to " + row.until();
  }
}
