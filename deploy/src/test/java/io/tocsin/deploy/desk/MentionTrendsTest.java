package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static io.tocsin.deploy.desk.Samples.mentions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.deploy.desk.Trends.BrandTrend;
import io.tocsin.kpi.Kpi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MentionTrendsTest {
  private static final long SEED = 7;

  private final MentionTrends trends = new MentionTrends();
  private final Map<String, Kpi> latest = new HashMap<>();

  private void add(Kpi kpi) {
    trends.add(kpi, latest.put(kpi.series(), kpi), false);
  }

  private BrandTrend trendAt(int second) {
    return trends.upTo(NOON.getEpochSecond() + second, List.of("acme")).brands().get(0);
  }

  private static @Nullable Double last(List<@Nullable Double> values) {
    return values.get(values.size() - 1);
  }

  @Test
  void derivesTheRateFromACounterThatBeganLongAgo() {
    for (int second = 0; second <= 60; second++) {
      add(mentions("acme", "neutral", 1_000_000 + 5 * second, NOON.plusSeconds(second)));
    }
    assertThat(last(trendAt(60).mentionsPerSecond())).isEqualTo(5);
  }

  @Test
  void sumsTheSeriesOfABrandWhateverOrderTheyComeIn() {
    List<Kpi> negatives = new ArrayList<>();
    for (int second = 0; second <= 40; second++) {
      add(mentions("acme", "neutral", 3 * second, NOON.plusSeconds(second)));
      negatives.add(mentions("acme", "negative", 2 * second, NOON.plusSeconds(second)));
    }
    negatives.forEach(this::add);
    assertThat(last(trendAt(40).mentionsPerSecond())).isEqualTo(5);
  }

  @Test
  void countsACounterThatFellFromZero() {
    add(mentions("acme", "neutral", 500, NOON));
    add(mentions("acme", "neutral", 600, NOON.plusSeconds(10)));
    add(mentions("acme", "neutral", 40, NOON.plusSeconds(20)));
    assertThat(last(trendAt(20).mentionsPerSecond())).isEqualTo(7);
  }

  @Test
  void countsASeriesThatBeganWhileItWatchedFromZero() {
    trends.add(mentions("acme", "neutral", 100, NOON), null, true);
    trends.add(mentions("acme", "negative", 60, NOON.plusSeconds(10)), null, true);
    assertThat(last(trendAt(10).mentionsPerSecond())).isEqualTo(6);
  }

  @Test
  void findsNetSentimentAmongWhatCouldBeScored() {
    for (String sentiment : List.of("positive", "neutral", "negative", "unscored")) {
      add(mentions("acme", sentiment, 0, NOON));
    }
    add(mentions("acme", "positive", 1, NOON.plusSeconds(10)));
    add(mentions("acme", "neutral", 2, NOON.plusSeconds(10)));
    add(mentions("acme", "negative", 5, NOON.plusSeconds(10)));
    add(mentions("acme", "unscored", 90, NOON.plusSeconds(10)));
    assertThat(last(trendAt(10).netSentiment())).isEqualTo(-0.5);
  }

  @Test
  void saysNothingWhereNothingWasScoredOrTheSpanIsTooShort() {
    add(mentions("acme", "unscored", 0, NOON));
    add(mentions("acme", "unscored", 9, NOON.plusSeconds(2)));
    assertThat(last(trendAt(2).netSentiment())).isNull();
    assertThat(last(trendAt(2).mentionsPerSecond())).isNull();
  }

  @Test
  void reachesTenMinutesBackAndNoFurther() {
    for (int second = 0; second <= 3_000; second++) {
      add(mentions("acme", "neutral", second, NOON.plusSeconds(second)));
    }
    Trends all = trends.upTo(NOON.getEpochSecond() + 3_000, List.of("acme"));
    assertThat(all.epochSeconds()).hasSize(300);
    assertThat(all.epochSeconds()).endsWith(NOON.getEpochSecond() + 3_000);
    assertThat(all.brands().get(0).mentionsPerSecond()).containsOnly(1.0);
  }

  @Test
  void losesNoMentionWhenTheRecordsOfManySeriesAreInterleavedAtRandom() {
    Random random = new Random(SEED);
    List<List<Kpi>> series = new ArrayList<>();
    double all = 0;
    for (String sentiment : List.of("positive", "neutral", "negative", "unscored")) {
      List<Kpi> records = new ArrayList<>();
      double total = random.nextInt(1_000);
      records.add(mentions("acme", sentiment, total, NOON));
      for (int second = 1; second <= MentionTrends.RATE_SECONDS; second++) {
        int growth = random.nextInt(30);
        total += growth;
        all += growth;
        records.add(mentions("acme", sentiment, total, NOON.plusSeconds(second)));
      }
      series.add(records);
    }
    while (!series.isEmpty()) {
      Collections.shuffle(series, random);
      add(series.get(0).remove(0));
      series.removeIf(List::isEmpty);
    }
    assertThat(last(trendAt(MentionTrends.RATE_SECONDS).mentionsPerSecond()))
        .as("seed %d", SEED)
        .isCloseTo(all / MentionTrends.RATE_SECONDS, within(0.001));
  }

  @Test
  void survivesAJumpOfEventTime() {
    add(mentions("acme", "neutral", 0, NOON));
    Instant nextDay = NOON.plusSeconds(86_400);
    add(mentions("acme", "neutral", 40, nextDay));
    assertThat(last(trendAt(86_400).mentionsPerSecond())).isEqualTo(2);
  }

  @Test
  void tellsNegativeMentionsApart() {
    for (int second = 0; second <= 60; second++) {
      add(mentions("acme", "neutral", 3 * second, NOON.plusSeconds(second)));
      add(mentions("acme", "negative", 2 * second, NOON.plusSeconds(second)));
    }
    assertThat(last(trendAt(60).negativePerSecond())).isEqualTo(2);
    assertThat(trends.heats(NOON.getEpochSecond() + 60))
        .containsExactly(new BrandHeat("acme", 5, 2));
  }

  @Test
  void makesCurvesOfThoseBrandsOnlyThatAreAskedFor() {
    for (int second = 0; second <= 60; second++) {
      add(mentions("acme", "neutral", second, NOON.plusSeconds(second)));
      add(mentions("globex", "neutral", second, NOON.plusSeconds(second)));
    }
    Trends asked = trends.upTo(NOON.getEpochSecond() + 60, List.of("globex", "unheard-of"));
    assertThat(asked.brands()).extracting(BrandTrend::brand).containsExactly("globex");
    assertThat(trends.heats(NOON.getEpochSecond() + 60)).hasSize(2);
  }
}
