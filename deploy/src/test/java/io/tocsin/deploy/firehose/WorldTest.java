package io.tocsin.deploy.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final long SEED = 11;
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
  private static final long HOUR = TimeUnit.HOURS.toMillis(1);
  private static final long MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final long NOON = MIDNIGHT + 12 * HOUR;
  private static final WorldSettings SETTINGS = WorldSettings.defaults();

  @Test
  void givesTheSameBytesForTheSameSeed() {
    assertThat(lines(new World(SEED, NOON, SETTINGS), NOON + 5 * MINUTE))
        .isEqualTo(lines(new World(SEED, NOON, SETTINGS), NOON + 5 * MINUTE));
  }

  @Test
  void givesTheSameBytesHoweverTimeIsCut() {
    World inSteps = new World(SEED, NOON, SETTINGS);
    List<String> lines = new ArrayList<>();
    for (long until = NOON; until < NOON + 5 * MINUTE; until += 777) {
      lines.addAll(lines(inSteps, until));
      assertThat(inSteps.nowMillis()).isEqualTo(until);
    }
    lines.addAll(lines(inSteps, NOON + 5 * MINUTE));

    assertThat(lines).isEqualTo(lines(new World(SEED, NOON, SETTINGS), NOON + 5 * MINUTE));
  }

  @Test
  void givesOtherBytesForAnotherSeed() {
    Set<String> lines = new HashSet<>(lines(new World(SEED, NOON, SETTINGS), NOON + MINUTE));

    assertThat(lines(new World(SEED + 1, NOON, SETTINGS), NOON + MINUTE))
        .doesNotContainAnyElementsOf(lines);
  }

  @Test
  void tellsNothingTwiceAndNothingAfterTheAskedTime() {
    World world = new World(SEED, NOON, SETTINGS);
    lines(world, NOON + MINUTE);

    assertThat(lines(world, NOON + MINUTE)).isEmpty();
    assertThat(lines(world, NOON)).isEmpty();
    assertThat(world.nowMillis()).isEqualTo(NOON + MINUTE);
  }

  @Test
  void arrivesInOrderAndAfterItWasWritten() {
    long last = NOON;
    long late = 0;
    List<Delivery> hour = deliveries(SETTINGS, NOON, NOON + HOUR);
    for (Delivery delivery : hour) {
      long delay = delivery.arrivalMillis() - delivery.draft().mention().createdAtMillis();
      assertThat(delivery.arrivalMillis()).isBetween(last, NOON + HOUR);
      assertThat(delay).isBetween(1L, 18_000L);
      last = delivery.arrivalMillis();
      late += delay > 1_000 ? 1 : 0;
    }

    assertThat((double) late / hour.size()).isBetween(0.01, 0.04);
  }

  @Test
  void reachesItsMeanOverTheDayAndFollowsTheHours() {
    int[] byHour = new int[24];
    List<Delivery> day = deliveries(SETTINGS.withLoad(0.1), MIDNIGHT, MIDNIGHT + 24 * HOUR);
    day.forEach(delivery -> byHour[(int) ((delivery.arrivalMillis() - MIDNIGHT) / HOUR)]++);

    assertThat(day.size() / 86_400.0 / 0.1).isCloseTo(12, within(0.8));
    assertThat(byHour[3]).isLessThan(day.size() / 24 / 2);
    assertThat(byHour[19]).isGreaterThan((int) (day.size() / 24.0 * 1.3));
  }

  @Test
  void variesMoreThanByPureChance() {
    int[] bySecond = new int[600];
    deliveries(SETTINGS.withLoad(20), NOON, NOON + 10 * MINUTE)
        .forEach(delivery -> bySecond[(int) ((delivery.arrivalMillis() - NOON - 1) / 1_000)]++);
    double mean = Arrays.stream(bySecond).average().orElseThrow();
    double variance =
        Arrays.stream(bySecond).mapToDouble(n -> (n - mean) * (n - mean)).average().orElseThrow();

    assertThat(variance / mean).isBetween(1.1, 6.0);
  }

  @Test
  void writesValidMentionsButForTheMalformedShare() {
    RecordCounts.Counter counter = new RecordCounts.Counter();
    new World(SEED, NOON, SETTINGS)
        .until(
            NOON + 2 * HOUR,
            record -> {
              counter.add(record.kind());
              List<String> problems = Contract.problemsOf(record.value());
              if (record.kind() == RecordKind.MALFORMED) {
                assertThat(problems).as(new String(record.value(), UTF_8)).isNotEmpty();
              } else {
                assertThat(problems).as(new String(record.value(), UTF_8)).isEmpty();
              }
            });
    RecordCounts counts = counter.counts();
    double all = counts.total();

    assertThat(counts.malformed() / all).isBetween(0.0005, 0.002);
    assertThat(counts.redeliveries() / all).isBetween(0.003, 0.007);
  }

  @Test
  void redeliversTheSameBytesUnderTheSameKeyLater() {
    Map<String, String> seen = new HashMap<>();
    new World(SEED, NOON, SETTINGS)
        .until(
            NOON + HOUR,
            record -> {
              String key = new String(record.key(), UTF_8);
              String value = new String(record.value(), UTF_8);
              String before = seen.put(key, value);
              assertThat(before).isEqualTo(record.kind() == RecordKind.REDELIVERY ? value : null);
            });
  }

  @Test
  void hardlyRepeatsOrdinaryTexts() {
    Set<String> distinct = new HashSet<>();
    int texts = 0;
    for (Delivery delivery : deliveries(SETTINGS, MIDNIGHT, MIDNIGHT + 4 * HOUR)) {
      Mention mention = delivery.draft().mention();
      if (delivery.kind() == RecordKind.MENTION && mention.kind() != MentionKind.REPOST) {
        distinct.add(mention.text());
        texts++;
      }
    }

    assertThat(texts).isGreaterThan(20_000);
    assertThat((double) distinct.size() / texts).isGreaterThan(0.9);
  }

  @Test
  void mixesKindsChannelsLanguagesAndFeelingsAsUsual() {
    Tally day = new Tally(deliveries(SETTINGS.withLoad(0.3), MIDNIGHT, MIDNIGHT + 24 * HOUR));

    assertThat(day.share(m -> m.kind() == MentionKind.REPOST)).isBetween(0.1, 0.2);
    assertThat(day.share(m -> m.kind() == MentionKind.REPLY)).isBetween(0.15, 0.3);
    assertThat(day.share(m -> m.channel().equals("x"))).isBetween(0.3, 0.5);
    assertThat(day.share(m -> m.channel().equals("reddit"))).isBetween(0.05, 0.2);
    assertThat(day.share(m -> "ja".equals(m.lang()) || "pt".equals(m.lang())))
        .isBetween(0.02, 0.06);
    assertThat(day.noiseShare()).isBetween(0.12, 0.18);
    for (String brand : List.of("nimbus", "tarnwick", "aerovane", "quillberry")) {
      assertThat(day.of(brand).negativeShare()).as(brand).isBetween(0.09, 0.24);
    }
  }

  @Test
  void namesItsBrandAndNoOther() {
    for (Delivery delivery : deliveries(SETTINGS, NOON, NOON + HOUR)) {
      assertThat(Tally.brandsNamedIn(delivery.draft().mention().text()))
          .as(delivery.draft().mention().text())
          .isEqualTo(
              delivery.draft().brand() == null ? Set.of() : Set.of(delivery.draft().brand()));
    }
  }

  @Test
  void addsEventsWithoutTouchingWhatIsOrdinary() {
    List<WorldEvent> events = DemoScript.events(NOON, MINUTE);
    Set<String> eventful =
        new HashSet<>(lines(new World(SEED, NOON, SETTINGS.withEvents(events)), NOON + 4 * MINUTE));
    List<String> ordinary = lines(new World(SEED, NOON, SETTINGS), NOON + 4 * MINUTE);

    assertThat(eventful).containsAll(ordinary).hasSizeGreaterThan(2 * ordinary.size());
  }

  @Test
  void letsAnEventHappenThatNobodyKnewOfAtItsBeginning() {
    List<String> ordinary = lines(new World(SEED, NOON, SETTINGS), NOON + 4 * MINUTE);
    World surprised = new World(SEED, NOON, SETTINGS);
    List<String> before = lines(surprised, NOON + MINUTE);
    surprised.happens(WorldEvent.outage("nimbus", NOON + 2 * MINUTE, MINUTE));
    List<String> after = lines(surprised, NOON + 4 * MINUTE);

    assertThat(ordinary).startsWith(before.toArray(String[]::new));
    before.addAll(after);
    assertThat(before).containsAll(ordinary).hasSizeGreaterThan(2 * ordinary.size());
  }

  @Test
  void refusesAnEventAtAnUnknownBrand() {
    List<WorldEvent> events = List.of(WorldEvent.outage("acme", NOON, MINUTE));

    assertThatThrownBy(() -> new World(SEED, NOON, SETTINGS.withEvents(events)))
        .hasMessage("outage at acme is about an unknown brand: acme");
    assertThatThrownBy(() -> SETTINGS.withLoad(0)).hasMessage("load is not above 0: 0.0");
  }

  private static List<String> lines(World world, long untilMillis) {
    List<String> lines = new ArrayList<>();
    world.until(
        untilMillis,
        record ->
            lines.add(
                record.arrivalMillis()
                    + " "
                    + new String(record.key(), UTF_8)
                    + " "
                    + new String(record.value(), UTF_8)));
    return lines;
  }

  private static List<Delivery> deliveries(WorldSettings settings, long from, long until) {
    List<Delivery> deliveries = new ArrayList<>();
    new World(SEED, from, settings).deliveriesUntil(until, deliveries::add);
    return deliveries;
  }
}
