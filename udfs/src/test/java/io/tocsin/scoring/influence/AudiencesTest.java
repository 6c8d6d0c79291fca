package io.tocsin.scoring.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.mention.Author;
import io.tocsin.mention.Drill;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.Visibility;
import io.tocsin.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AudiencesTest {
  private static final long MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Audiences audiences = new Audiences();

  @RepeatedTest(10)
  void ranksAmongTheChannelsPostsByTheirTrueShare(RepetitionInfo info) {
    long seed = info.getCurrentRepetition();
    Random random = new Random(seed);
    long[] followers = new long[2_000];
    for (int i = 0; i < followers.length; i++) {
      followers[i] = Math.max(1, Math.round(Math.exp(6 + 2 * random.nextGaussian())));
      post("x", MIDNIGHT, followers[i]);
    }
    Arrays.sort(followers);

    FollowerScale scale = post("x", MIDNIGHT + 2 * HOUR, null);

    assertThat(scale.basis()).isEqualTo(ScaleBasis.CHANNEL);
    for (int i = 0; i < followers.length; i += 97) {
      assertThat(scale.rank(followers[i]))
          .as("seed %d, %d followers", seed, followers[i])
          .isCloseTo(i / 2_000.0, within(0.02));
    }
    assertThat(scale.middleFollowers())
        .as("seed %d", seed)
        .isCloseTo(followers[1_000], within(1 + followers[1_000] / 25));
    assertThat(scale.rank(1)).isLessThan(0.01);
    assertThat(scale.rank(Long.MAX_VALUE)).isEqualTo(1);
  }

  @Test
  void likeAudiencesShareTheMiddleOfTheirRanks() {
    posts("x", MIDNIGHT, 200, 100);
    posts("x", MIDNIGHT, 200, 1_000);

    FollowerScale scale = post("x", MIDNIGHT + 2 * HOUR, null);

    assertThat(scale.rank(100)).isCloseTo(0.25, within(1e-6));
    assertThat(scale.rank(300)).isCloseTo(0.5, within(1e-6));
    assertThat(scale.rank(1_000)).isCloseTo(0.75, within(1e-6));
  }

  @Test
  void keepsTheFixedScaleUntilEnoughWasSeen() {
    posts("x", MIDNIGHT, 199, 100);
    assertThat(post("x", MIDNIGHT + 2 * HOUR, 100L).basis()).isEqualTo(ScaleBasis.FIXED);
    assertThat(post("x", MIDNIGHT + 3 * HOUR, null).basis()).isEqualTo(ScaleBasis.FIXED);
    assertThat(post("x", MIDNIGHT + 4 * HOUR, null).basis()).isEqualTo(ScaleBasis.CHANNEL);
  }

  @Test
  void channelsDoNotMixAndUnknownFollowersDoNotCount() {
    posts("x", MIDNIGHT, 300, 100);
    for (int i = 0; i < 300; i++) {
      post("bluesky", MIDNIGHT, i % 2 == 0 ? null : 0L);
    }

    assertThat(post("x", MIDNIGHT + 2 * HOUR, null).middleFollowers()).isBetween(98L, 102L);
    assertThat(post("bluesky", MIDNIGHT + 2 * HOUR, null).basis()).isEqualTo(ScaleBasis.FIXED);
  }

  @Test
  void theLastHourIsNotYetRankedAmong() {
    posts("x", MIDNIGHT, 300, 100);
    posts("x", MIDNIGHT + HOUR, 3_000, 50_000);

    assertThat(post("x", MIDNIGHT + 3 * HOUR - 1, null).middleFollowers()).isBetween(98L, 102L);
    assertThat(post("x", MIDNIGHT + 3 * HOUR, null).middleFollowers()).isGreaterThan(40_000);
  }

  @RepeatedTest(10)
  void orderWithinAnHourOfDelayDoesNotMatter(RepetitionInfo info) {
    long seed = info.getCurrentRepetition();
    Random random = new Random(seed);
    List<Mention> posts = new ArrayList<>();
    for (int minute = 0; minute < 60 * 60; minute += 1 + random.nextInt(3)) {
      posts.add(mention("x", MIDNIGHT + minute * 60_000L, 1L + random.nextInt(10_000)));
    }
    List<Mention> delayed = new ArrayList<>(posts);
    for (int from = 0; from < delayed.size(); from += 15) {
      Collections.shuffle(delayed.subList(from, Math.min(delayed.size(), from + 15)), random);
    }

    assertThat(ranksById(delayed)).as("seed %d", seed).isEqualTo(ranksById(posts));
  }

  @Test
  void daysFadeOut() {
    posts("x", MIDNIGHT, 300, 100);
    posts("x", MIDNIGHT + DAY, 300, 10_000);

    assertThat(post("x", MIDNIGHT + 2 * DAY, null).rank(1_000)).isCloseTo(0.5, within(1e-6));
    assertThat(post("x", MIDNIGHT + 8 * DAY - 1, null).rank(1_000)).isCloseTo(0.5, within(1e-6));
    assertThat(post("x", MIDNIGHT + 8 * DAY, null).rank(1_000)).isZero();
    assertThat(post("x", MIDNIGHT + 9 * DAY, null).basis()).isEqualTo(ScaleBasis.FIXED);
  }

  @Test
  void aLongPastIsHeldInAFewSketches() {
    for (int hour = 0; hour < 20 * 24; hour++) {
      posts("x", MIDNIGHT + hour * HOUR, 3, 100);
    }

    assertThat(audiences.toStates(0).get(0).hours()).hasSizeLessThanOrEqualTo(8 + 2);
  }

  @Test
  void forgetsAChannelThatFellSilent() {
    posts("gone", MIDNIGHT, 10, 100);
    posts("x", MIDNIGHT, 10, 100);
    posts("x", MIDNIGHT + 5 * DAY, 10, 100);
    assertThat(audiences.size()).isEqualTo(2);

    posts("x", MIDNIGHT + 8 * DAY, 10, 100);
    assertThat(audiences.size()).isEqualTo(1);
  }

  @Test
  void learnsNothingFromWhomADrillMadeUp() {
    posts("x", MIDNIGHT, 300, 50);
    List<AudienceState> before = audiences.toStates(0);
    Drill drill = new Drill("drill-7", false, Instant.EPOCH);
    for (String channel : List.of("x", "unheard-of")) {
      audiences.rankAmong(Samples.madeUp(mention(channel, MIDNIGHT, 9_000L), drill), MIDNIGHT);
    }

    assertThat(audiences.toStates(0)).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void aFloodOfChannelNamesIsBounded() {
    for (int i = 0; i < 5_000; i++) {
      post("channel-" + i, MIDNIGHT, 100L);
    }
    assertThat(audiences.size()).isEqualTo(1_000);
    assertThat(post("channel-4999", MIDNIGHT, 1L).basis()).isEqualTo(ScaleBasis.FIXED);
  }

  private static List<String> ranksById(List<Mention> mentions) {
    Audiences audiences = new Audiences();
    return mentions.stream()
        .map(
            mention -> {
              FollowerScale scale = audiences.rankAmong(mention, mention.createdAtMillis());
              return mention.id() + " " + scale.basis() + " " + scale.rank(5_000);
            })
        .sorted()
        .toList();
  }

  private void posts(String channel, long atMillis, int count, long followers) {
    for (int i = 0; i < count; i++) {
      post(channel, atMillis, followers);
    }
  }

  private FollowerScale post(String channel, long atMillis, @Nullable Long followers) {
    return audiences.rankAmong(mention(channel, atMillis, followers), atMillis);
  }

  private static Mention mention(String channel, long atMillis, @Nullable Long followers) {
    return new Mention(
        channel + atMillis,
        channel,
        "text",
        "en",
        atMillis,
        new Author("a", null, followers, null, null),
        MentionKind.POST,
        null,
        null,
        List.of(),
        null,
        null,
        Visibility.PUBLIC,
        Engagement.NONE);
  }
}
