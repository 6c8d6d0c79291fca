package io.tocsin.scoring.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.mention.Author;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfluenceEstimatorTest {
  private static final long POSTED_MILLIS = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final long OLD_ACCOUNT_MILLIS = POSTED_MILLIS - 1_000 * DAY_MILLIS;
  private static final int ROUNDS = 10_000;

  @Test
  void moreFollowersCarryFurther() {
    assertThat(score(by(100_000L, null, null))).isGreaterThan(score(by(1_000L, null, null)));
    assertThat(score(by(10_000_000L, null, null))).isEqualTo(1);
    assertThat(score(by(Long.MAX_VALUE, true, null))).isEqualTo(1);
  }

  @Test
  void followersCountByTheirLogarithm() {
    double gained = score(by(10_000L, null, null)) - score(by(1_000L, null, null));

    assertThat(score(by(100_000L, null, null)) - score(by(10_000L, null, null)))
        .isCloseTo(gained, within(0.001));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(longs = {0, -1})
  void unknownFollowersFallToTheChannelsMiddleAndAreMarked(@Nullable Long followers) {
    Influence influence = estimate(by(followers, null, null), Engagement.NONE);

    assertThat(influence)
        .isEqualTo(
            new Influence(
                score(by(383L, null, null)), 383, ReachBasis.CHANNEL_MEDIAN, ScaleBasis.FIXED));
    assertThat(influence.score()).isBetween(0.3, 0.5);
  }

  @Test
  void verificationRaises() {
    assertThat(score(by(1_000L, true, null))).isGreaterThan(score(by(1_000L, false, null)));
    assertThat(score(by(1_000L, null, null))).isEqualTo(score(by(1_000L, false, null)));
  }

  @Test
  void youngAccountsAreWorthLess() {
    double settled = score(by(1_000L, null, OLD_ACCOUNT_MILLIS));

    assertThat(score(by(1_000L, null, POSTED_MILLIS))).isEqualTo(settled / 2);
    assertThat(score(by(1_000L, null, POSTED_MILLIS - 45 * DAY_MILLIS)))
        .isBetween(settled / 2, settled);
    assertThat(score(by(1_000L, null, null))).isEqualTo(settled);
  }

  @Test
  void accountOpenedAfterItsPostCountsAsNew() {
    assertThat(score(by(1_000L, null, POSTED_MILLIS + DAY_MILLIS)))
        .isEqualTo(score(by(1_000L, null, POSTED_MILLIS)));
  }

  @Test
  void engagementCountsForItsAge() {
    Mention mention = mention(by(1_000L, null, null), new Engagement(50, 20, 10, 0));

    double quick =
        InfluenceEstimator.estimate(mention, POSTED_MILLIS + HOUR_MILLIS, LogFollowerScale.STANDARD)
            .score();
    double slow =
        InfluenceEstimator.estimate(
                mention, POSTED_MILLIS + 100 * HOUR_MILLIS, LogFollowerScale.STANDARD)
            .score();

    assertThat(quick).isGreaterThan(slow);
    assertThat(slow).isGreaterThan(score(by(1_000L, null, null)));
  }

  @Test
  void postOfThisVeryMomentIsTakenToBeTenMinutesOld() {
    Mention mention = mention(by(1_000L, null, null), new Engagement(5, 0, 0, 0));

    assertThat(InfluenceEstimator.estimate(mention, POSTED_MILLIS, LogFollowerScale.STANDARD))
        .isEqualTo(
            InfluenceEstimator.estimate(
                mention, POSTED_MILLIS + HOUR_MILLIS / 6, LogFollowerScale.STANDARD))
        .isEqualTo(
            InfluenceEstimator.estimate(
                mention, POSTED_MILLIS - HOUR_MILLIS, LogFollowerScale.STANDARD));
  }

  @Test
  void reachIsTheViewsWhereTheyWereCounted() {
    Influence influence = estimate(by(null, null, null), new Engagement(0, 9, 0, 4_321));

    assertThat(influence.reach()).isEqualTo(4_321);
    assertThat(influence.basis()).isEqualTo(ReachBasis.VIEWS);
  }

  @Test
  void everyShareReachesTheFollowersOfAMiddlingAuthor() {
    Influence influence = estimate(by(1_000L, null, null), new Engagement(0, 10, 0, 0));

    assertThat(influence.reach()).isEqualTo(1_000 + 10 * 383);
    assertThat(influence.basis()).isEqualTo(ReachBasis.FOLLOWERS);
  }

  @Test
  void scoreStaysInItsRangeAndReachIsNeverNothing() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Author author =
          by(
              random.nextBoolean() ? null : random.nextLong() >> random.nextInt(63),
              random.nextBoolean() ? null : random.nextBoolean(),
              random.nextBoolean() ? null : random.nextLong());
      Engagement engagement =
          new Engagement(count(random), count(random), count(random), count(random));
      Influence influence =
          InfluenceEstimator.estimate(
              mention(author, engagement), random.nextLong(), LogFollowerScale.STANDARD);

      assertThat(influence.score()).as("seed %d", seed).isBetween(0.0, 1.0);
      assertThat(influence.reach()).as("seed %d", seed).isPositive();
    }
  }

  private static long count(SplittableRandom random) {
    return random.nextLong() >>> random.nextInt(1, 64);
  }

  private double score(Author author) {
    return estimate(author, Engagement.NONE).score();
  }

  private Influence estimate(Author author, Engagement engagement) {
    return InfluenceEstimator.estimate(
        mention(author, engagement), POSTED_MILLIS, LogFollowerScale.STANDARD);
  }

  private static Author by(
      @Nullable Long followers, @Nullable Boolean verified, @Nullable Long createdAtMillis) {
    return new Author("a1", "ann", followers, verified, createdAtMillis);
  }

  private static Mention mention(Author author, Engagement engagement) {
    return new Mention(
        "m1",
        "x",
        "hello",
        "en",
        POSTED_MILLIS,
        author,
        MentionKind.POST,
        null,
        null,
        List.of(),
        null,
        null,
        Visibility.PUBLIC,
        engagement);
  }
}
