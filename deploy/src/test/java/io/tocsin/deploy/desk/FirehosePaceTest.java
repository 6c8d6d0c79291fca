package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FirehosePaceTest {
  private final FirehosePace pace = new FirehosePace();

  @Test
  void saysThatABusyFirehoseStandsStillAfterFifteenSeconds() {
    for (int second = 0; second <= 60; second += 2) {
      assertThat(look(second * 100L, second).standsStill()).isFalse();
    }

    assertThat(look(6_000, 74).standsStill()).isFalse();
    Firehose still = look(6_000, 76);

    assertThat(still.standsStill()).isTrue();
    assertThat(still.lastAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(look(6_001, 78).standsStill()).isFalse();
  }

  @Test
  void waitsForTwelveTimesTheUsualTimeBetweenTwoRecords() {
    for (int second = 0; second <= 3_600; second += 30) {
      look(second / 30, second);
    }

    assertThat(look(120, 3_600 + 350).standsStill()).isFalse();
    assertThat(look(120, 3_600 + 362).standsStill()).isTrue();
  }

  @Test
  void doesNotKnowAPaceBeforeItSawOne() {
    look(500, 0);

    assertThat(look(500, 200).standsStill()).isFalse();
    assertThat(look(500, 301).standsStill()).isTrue();
  }

  @Test
  void claimsNothingOfATopicThatIsEmpty() {
    assertThat(look(0, 0)).isEqualTo(Firehose.UNKNOWN);
    assertThat(look(0, 1_000)).isEqualTo(Firehose.UNKNOWN);
  }

  @Test
  void beginsAnewWhereTheTopicWasMadeAnew() {
    look(500, 0);
    look(600, 2);

    assertThat(look(3, 100)).isEqualTo(new Firehose(NOON.plusSeconds(100), false));
  }

  private Firehose look(long records, int second) {
    Instant now = NOON.plusSeconds(second);
    return pace.look(records, now);
  }
}
