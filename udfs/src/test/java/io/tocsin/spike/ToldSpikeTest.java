package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.SlidingSums;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToldSpikeTest {
  private static final long SLIDE = 10_000;
  private static final long MINUTE = 60_000;
  private static final long QUIET = 15 * MINUTE;
  private static final BrandRules CRITICAL_AT_30 = new BrandRules(30, 1_000_000, List.of());

  private final ToldSpike told = new ToldSpike();

  @BeforeEach
  void tellsASpikeOf60() {
    told.begin(0, 12, observed(60, 5_000));
  }

  @Test
  void isNoNewsWhileNothingChanges() {
    assertThat(isNews(QUIET - SLIDE, 12, 60, 5_000)).isFalse();
    assertThat(isNews(QUIET, 12, 60, 5_000)).isTrue();
  }

  @Test
  void isNewsWhenScoreOrCountOrReachHasDoubled() {
    assertThat(isNews(MINUTE, 23, 119, 9_999)).isFalse();
    assertThat(isNews(MINUTE, 24, 60, 5_000)).isTrue();
    assertThat(isNews(MINUTE, 12, 120, 5_000)).isTrue();
    assertThat(isNews(MINUTE, 12, 60, 10_000)).isTrue();
    assertThat(isNews(MINUTE - SLIDE, 24, 120, 10_000)).as("within the minute").isFalse();
  }

  @Test
  void isMeasuredByTheMostThatWasTold() {
    told.tell(QUIET, 4, observed(20, 100));

    assertThat(isNews(QUIET + MINUTE, 12, 60, 5_000)).as("as bad as before").isFalse();
  }

  @Test
  void isNewsAtOnceWhenItPassesAMarkOfThePlan() {
    assertThat(isNews(SLIDE, 29.9, 60, 5_000)).isFalse();
    assertThat(isNews(SLIDE, 30, 60, 5_000)).isTrue();
    assertThat(isNews(SLIDE, 12, 60, 1_000_000)).isTrue();
    told.tell(SLIDE, 30, observed(60, 1_000_000));
    assertThat(isNews(2 * SLIDE, 31, 60, 1_000_001)).as("it was told").isFalse();
  }

  @Test
  void waitsLongerTheOlderItIs() {
    long day = 24 * 60 * MINUTE;
    told.tell(day, 12, observed(60, 5_000));

    assertThat(isNews(day + 11 * 60 * MINUTE, 12, 60, 5_000)).isFalse();
    assertThat(isNews(2 * day, 12, 60, 5_000)).isTrue();
  }

  private boolean isNews(long now, double score, int voices, long reach) {
    return told.isNews(now, score, observed(voices, reach), CRITICAL_AT_30, QUIET);
  }

  private static Judgement observed(int voices, long reach) {
    SlidingSums sums = new SlidingSums(6, SLIDE);
    sums.add(
        new Slide(
            0,
            voices,
            voices,
            voices,
            0,
            0,
            reach,
            voices,
            voices,
            List.of(),
            List.of(),
            Crowd.NOBODY));
    return new Judgement(sums.window(MINUTE), voices, 3, 3, 12);
  }
}
