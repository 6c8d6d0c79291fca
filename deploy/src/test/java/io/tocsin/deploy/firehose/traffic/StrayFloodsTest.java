package io.tocsin.deploy.firehose.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.people.Population;
import io.tocsin.deploy.firehose.text.Phrasebook;
import io.tocsin.mention.MentionKind;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StrayFloodsTest {
  private static final long SEED = 9;
  private static final long STEP = TimeUnit.SECONDS.toMillis(10);
  private static final int DAYS = 20;

  @Test
  void comeAboutTwiceADayForAMinuteOrTwo() {
    Chance chance = new Chance(SEED);
    Scene scene = new Scene(0, new Population(500, chance, 0), new Phrasebook(), 0);
    StrayFloods floods = new StrayFloods(scene, Brands.all(), 1, chance);
    int steps = 0;
    int begun = 0;
    boolean before = false;
    for (long millis = 0; millis < TimeUnit.DAYS.toMillis(DAYS); millis += STEP) {
      boolean now = floods.perSecond(millis) > 0;
      begun += now && !before ? 1 : 0;
      steps += now ? 1 : 0;
      before = now;
      if (now) {
        assertThat(floods.compose(millis).mention().kind()).isEqualTo(MentionKind.REPOST);
      }
    }

    assertThat(begun).as("seed %s", SEED).isBetween(DAYS, 3 * DAYS);
    assertThat(steps * STEP / (double) begun).isBetween(60_000.0, 120_000.0);
  }
}
