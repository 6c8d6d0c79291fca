package io.tocsin.response.overflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.ValveState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A telecom's network breaks down, and 20 times as many write as usual: from the first mention to
 * the last that is answered.
 */
class OutageStoryTest {
  @Test
  void offersTheBackupPoolWithinFiveMinutesAndTakesEverythingBack() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      OutageStory story = OutageStory.of(seed);
      String context = "seed " + seed;

      assertThat(story.valvesBeforeTheOutage).as(context).isZero();
      assertThat(story.offered(Duration.ofMinutes(5)))
          .as(context + ": heads offered of " + OutageStory.HEADS)
          .isGreaterThanOrEqualTo(0.8 * OutageStory.HEADS);
      assertThat(story.told().get(0).reason()).as(context).isEqualTo(RedirectReason.BACKLOG);
      assertThat(story.mostMoved).as(context).isGreaterThan(OutageStory.HEADS);
      assertThat(story.last())
          .as(context)
          .isNotEmpty()
          .allSatisfy(
              valve -> {
                assertThat(valve.state()).isEqualTo(ValveState.CLOSED);
                assertThat(valve.outstanding()).isZero();
              });
      assertThat(story.longestWaitKept).as(context).isTrue();
      assertThat(story.turnsAValve()).as(context).isLessThan(6);
      assertThat(story.told()).extracting(Redirect::planVersion).containsOnly("v1");
    }
  }

  @Test
  void theSameStoryTurnsTheSameValves() throws Exception {
    List<Redirect> once = OutageStory.of(7).told();

    assertThat(OutageStory.of(7).told()).isEqualTo(once);
  }
}
