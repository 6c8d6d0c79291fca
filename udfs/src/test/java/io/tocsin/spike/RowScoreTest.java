package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RowScoreTest {
  private static final long ROW = Baseline.ROW_MILLIS;
  private static final int DAY_ROWS = Baseline.DAY_ROWS;

  private final Baseline baseline = new Baseline();
  private final RowScore rows = new RowScore();
  private long now;

  @RepeatedTest(5)
  void sumsAsTheRowsThemselvesDo(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    RowHistory history = new RowHistory();
    List<Double> all = new ArrayList<>();
    for (int step = 0; step < 300; step++) {
      if (random.nextInt(10) == 0) {
        int empty = random.nextInt(200);
        history.addSame(0, empty);
        for (int i = 0; i < empty; i++) {
          all.add(0.0);
        }
      } else {
        history.add(step);
        all.add((double) step);
      }
      int count = 1 + random.nextInt(RowHistory.KEPT);
      double naive =
          all.subList(Math.max(0, all.size() - count), all.size()).stream()
              .mapToDouble(Double::doubleValue)
              .sum();
      assertThat(history.sum(count)).as("seed %d", info.getCurrentRepetition()).isEqualTo(naive);
    }
  }

  @RepeatedTest(5)
  void sleepsThroughEmptyRowsAsIfItHadSeenEach(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    live(random, 20 * DAY_ROWS + random.nextInt(DAY_ROWS));
    Copy awake = new Copy(random.nextLong(), 1 + random.nextInt(4 * DAY_ROWS));
    Copy asleep = new Copy(awake.seed, awake.empty);
    double whoWatched = awake.watch();
    double whoSlept = asleep.sleep();

    assertThat(whoSlept)
        .as("seed %d, %d empty rows", info.getCurrentRepetition(), awake.empty)
        .isCloseTo(whoWatched, within(0.02));
  }

  @Test
  void isHeldAtADecadeAndAHalfWhereTheBurstItselfIsNot() {
    Random random = new Random(1);
    live(random, 20 * DAY_ROWS);

    assertThat(next(1_000_000)).isCloseTo(1.5, within(1e-9));
    assertThat(rows.burstDecades(1_000_000, 20)).isGreaterThan(5);
  }

  @Test
  void findsTheSameEventLessRareWhereItHappensEveryDay() {
    Random random = new Random(1);
    live(random, 20 * DAY_ROWS);
    double inACalmPlace = burst();

    RowScoreTest wild = new RowScoreTest();
    Random again = new Random(1);
    for (int day = 0; day < 20; day++) {
      wild.live(again, DAY_ROWS - 12);
      wild.burst();
    }
    wild.live(again, DAY_ROWS / 2);

    assertThat(wild.burst()).isLessThan(0.6 * inACalmPlace);
  }

  private double burst() {
    double highest = 0;
    for (int i = 0; i < 12; i++) {
      highest = Math.max(highest, next(120));
    }
    return highest;
  }

  private void live(Random random, int count) {
    for (int i = 0; i < count; i++) {
      next(Math.max(0, Math.round(20 + 5 * random.nextGaussian())));
    }
  }

  private double next(double value) {
    double score = rows.next(value, now, baseline);
    baseline.learn(value, now);
    now += ROW;
    return score;
  }

  /** The same past, some empty rows, then an hour of mentions; tells the last row's score. */
  private static final class Copy {
    private final RowScoreTest test = new RowScoreTest();
    private final long seed;
    private final int empty;

    Copy(long seed, int empty) {
      this.seed = seed;
      this.empty = empty;
      test.live(new Random(seed), 20 * DAY_ROWS);
    }

    double watch() {
      for (int i = 0; i < empty; i++) {
        test.next(0);
      }
      return wake();
    }

    double sleep() {
      test.rows.skip(empty, true, test.baseline);
      test.baseline.learnEmpty(empty, test.now);
      test.now += empty * ROW;
      return wake();
    }

    private double wake() {
      double score = 0;
      for (int i = 0; i < 12; i++) {
        score = test.next(60);
      }
      return score;
    }
  }
}
