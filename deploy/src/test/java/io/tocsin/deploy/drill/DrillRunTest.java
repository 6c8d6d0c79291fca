package io.tocsin.deploy.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.Drill;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.RawRecord;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrillRunTest {
  private static final long BEGINS = 1_772_366_400_000L;
  private static final long MINUTES = 60_000;

  /** Nothing of the simulated world's own names is in this plan. */
  private static final BrandPlan CORNER =
      Objects.requireNonNull(
              CrisisPlanParser.read(
                      """
                      brands:
                        - brand: corner-shop
                          name: The Corner
                          match: {cashtags: [crnr], phrases: ["corner shop"]}
                          page: [{target: duty, transport: console, from: warning}]
                      """,
                      "plan.yaml")
                  .plan())
          .brands()
          .get(0);

  @ParameterizedTest
  @EnumSource
  void makesUpMarkedPostsAboutThePlansBrandUntilTheDrillsEnd(DrillScenario scenario) {
    List<Mention> posts = played(scenario);

    assertThat(posts).hasSizeGreaterThan(20);
    assertThat(posts).extracting(Mention::id).doesNotHaveDuplicates();
    BrandMatcher matcher = new BrandMatcher(List.of(CORNER.terms()));
    assertThat(posts)
        .allSatisfy(
            post -> {
              assertThat(matcher.match(post)).containsExactly("corner-shop");
              Drill drill = Objects.requireNonNull(post.drill());
              assertThat(drill.id()).isEqualTo("drill-1");
              assertThat(drill.toRealPeople()).isFalse();
              assertThat(post.createdAtMillis()).isLessThan(drill.endsAt().toEpochMilli());
            });
  }

  @ParameterizedTest
  @EnumSource
  void makesUpTheSameAgain(DrillScenario scenario) {
    assertThat(played(scenario)).isEqualTo(played(scenario));
  }

  private static List<Mention> played(DrillScenario scenario) {
    WorldEvent event = scenario.event("corner-shop", BEGINS, 10 * MINUTES);
    Drill drill = DrillRun.mark("drill-1", false, event);
    ByteArraySerializer bytes = new ByteArraySerializer();
    MockProducer<byte[], byte[]> producer = new MockProducer<>(true, null, bytes, bytes);
    try (DrillRun run = new DrillRun(CORNER, event, 0.5, drill, producer)) {
      for (long time = BEGINS; time < BEGINS + 15 * MINUTES; time += 200) {
        run.sendUntil(time);
      }
    }
    MentionParser parser = new MentionParser();
    return producer.history().stream()
        .map(record -> new RawRecord(record.value(), "t", 0, 0, record.timestamp()))
        .map(raw -> Objects.requireNonNull(parser.parse(raw).mention()))
        .toList();
  }
}
