package io.tocsin.deploy.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.firehose.people.Channel;
import io.tocsin.deploy.firehose.text.Topic;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.mention.MentionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final long SEED = 23;
  private static final long SECOND = 1_000;
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
  private static final long START = Instant.parse("2026-01-05T09:00:00Z").toEpochMilli();
  private static final long BEGINS = START + 10 * MINUTE;
  private static final long ENDS = BEGINS + 3 * MINUTE;

  private static final Tally CALM = told(List.of());
  private static final Tally OUTAGE =
      told(List.of(WorldEvent.outage("nimbus", BEGINS, 3 * MINUTE)));
  private static final Tally JOY =
      told(List.of(WorldEvent.viralJoy("quillberry", BEGINS, 3 * MINUTE)));
  private static final Tally FLOOD =
      told(List.of(WorldEvent.botFlood("pennymoor", BEGINS, MINUTE)));

  @Test
  void anOutageMultipliesTheTalkWithinSeconds() {
    Tally height = OUTAGE.of("nimbus").between(BEGINS + 10 * SECOND, ENDS);
    double usual = CALM.of("nimbus").between(START, BEGINS).count() / 600.0;

    assertThat(height.count() / 170.0 / usual).isBetween(15.0, 25.0);
    assertThat(OUTAGE.of("nimbus").between(BEGINS, BEGINS + 10 * SECOND).count() / 10.0 / usual)
        .isGreaterThan(8);
  }

  @Test
  void anOutageIsNegativeAndOrdinaryTalkIsNot() {
    assertThat(OUTAGE.of("nimbus").between(BEGINS, ENDS).negativeShare()).isBetween(0.75, 0.87);
    assertThat(OUTAGE.of("nimbus").between(START, BEGINS).negativeShare()).isLessThan(0.25);
    assertThat(OUTAGE.of("tarnwick").between(BEGINS, ENDS).negativeShare()).isLessThan(0.3);
  }

  @Test
  void anOutageIsManyPeopleInManyWordsOnAllChannels() {
    Tally height = OUTAGE.of("nimbus").between(BEGINS, ENDS);

    assertThat((double) height.authors() / height.count()).isGreaterThan(0.5);
    assertThat(height.distinctShare()).isGreaterThan(0.6);
    for (Channel channel : Channel.values()) {
      assertThat(height.share(m -> m.channel().equals(channel.key()))).isGreaterThan(0.02);
    }
    assertThat(height.share(m -> m.channel().equals("x"))).isGreaterThan(0.5);
  }

  @Test
  void anOutageReachesFarOnceTheInfluentialJoin() {
    Tally first = OUTAGE.of("nimbus").between(BEGINS, BEGINS + 30 * SECOND);
    Tally later = OUTAGE.of("nimbus").between(BEGINS + 60 * SECOND, BEGINS + 90 * SECOND);

    assertThat(later.followers()).isGreaterThan(2 * first.followers());
    assertThat(later.share(m -> m.kind() == MentionKind.REPOST))
        .isGreaterThan(2 * first.share(m -> m.kind() == MentionKind.REPOST));
  }

  @Test
  void anOutageFadesWithinAMinute() {
    Tally after = OUTAGE.of("nimbus").between(ENDS + MINUTE + 10 * SECOND, ENDS + 5 * MINUTE);

    assertThat(after.count())
        .isEqualTo(
            CALM.of("nimbus").between(ENDS + MINUTE + 10 * SECOND, ENDS + 5 * MINUTE).count());
    assertThat(OUTAGE.of("nimbus").between(ENDS, ENDS + MINUTE).count())
        .isLessThan(OUTAGE.of("nimbus").between(ENDS - MINUTE, ENDS).count() * 3 / 4);
  }

  @Test
  void aJoyMultipliesTheTalkButNotTheAnger() {
    Tally height = JOY.of("quillberry").between(BEGINS + 40 * SECOND, ENDS);
    double usual = CALM.of("quillberry").between(START, BEGINS).count() / 600.0;

    assertThat(height.count() / 140.0 / usual).isBetween(9.0, 15.0);
    assertThat(height.negativeShare()).isLessThan(0.08);
    assertThat(height.positiveShare()).isGreaterThan(0.75);
    assertThat(height.share(m -> m.kind() == MentionKind.REPOST)).isGreaterThan(0.45);
  }

  @Test
  void aBotFloodIsOneTextByFewAccounts() {
    Tally calm = CALM.of("pennymoor").between(BEGINS, BEGINS + MINUTE);
    Tally flood = FLOOD.of("pennymoor").between(BEGINS, BEGINS + MINUTE);

    assertThat(flood.count()).isGreaterThan(3 * calm.count());
    assertThat(flood.authors()).isLessThanOrEqualTo(calm.authors() + 6);
    assertThat(FLOOD.of("pennymoor").between(BEGINS + MINUTE + 10 * SECOND, ENDS).count())
        .isEqualTo(CALM.of("pennymoor").between(BEGINS + MINUTE + 10 * SECOND, ENDS).count());
  }

  @Test
  void anEventKeepsItsTimesToTheMillisecond() {
    WorldEvent flood = WorldEvent.botFlood("pennymoor", BEGINS + 345, 45_678);
    Tally posts = told(List.of(flood)).of("pennymoor").about(Topic.SPAM);

    assertThat(posts.count()).isGreaterThan(200);
    assertThat(posts.between(flood.startMillis(), flood.endMillis())).isEqualTo(posts);
  }

  private static Tally told(List<WorldEvent> events) {
    List<Delivery> deliveries = new ArrayList<>();
    new World(SEED, START, WorldSettings.defaults().withEvents(events))
        .deliveriesUntil(START + 20 * MINUTE, deliveries::add);
    return new Tally(deliveries);
  }
}
