package io.tocsin.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.Author;
import io.tocsin.mention.BrandMention;
import io.tocsin.mention.BrandPart;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.NormalisedText;
import io.tocsin.mention.PartKind;
import io.tocsin.mention.Visibility;
import io.tocsin.scoring.influence.Influence;
import io.tocsin.scoring.influence.InfluenceEstimator;
import io.tocsin.scoring.influence.LogFollowerScale;
import io.tocsin.scoring.influence.ScaleBasis;
import io.tocsin.scoring.intent.Intent;
import io.tocsin.scoring.intent.IntentPhrase;
import io.tocsin.scoring.intent.IntentScorer;
import io.tocsin.scoring.intent.PlanWords;
import io.tocsin.scoring.lexicon.LexiconScorer;
import io.tocsin.scoring.linear.FeatureScanner;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScoreMentionsFunctionTest {
  private static final long POSTED_MILLIS = 1_700_000_000_000L;
  private static final Mention MENTION =
      new Mention(
          "m1",
          "x",
          "@acme your app is terrible",
          "en",
          POSTED_MILLIS,
          new Author("a1", "ann", 1_000L, null, POSTED_MILLIS - 1),
          MentionKind.POST,
          null,
          null,
          List.of("acme"),
          null,
          null,
          Visibility.PUBLIC,
          new Engagement(5, 1, 0, 0));

  /** What the plan's words tell of it: somebody must answer. */
  private static final int TOLD =
      new PlanWords(List.of(new IntentPhrase("acme", "your app", null)))
          .toldBy(MENTION.text(), List.of("acme", "apex"));

  private static final List<BrandPart> PARTS =
      List.of(new BrandPart("acme", PartKind.LOCATION, "leeds"));

  private static final long HOUR = 3_600_000L;
  private static final long START_MILLIS = 1_700_006_400_000L;

  private final List<OneInputStreamOperatorTestHarness<BrandMention, ScoredMention>> opened =
      new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var harness : opened) {
      harness.close();
    }
  }

  @Test
  void scoresAMentionByAllItsParts() throws Exception {
    NormalisedText text = new NormalisedText();
    text.read(MENTION.text());
    var harness = open(1, 0, null);

    harness.processElement(
        new BrandMention(MENTION, List.of("acme", "apex"), PARTS, TOLD), POSTED_MILLIS);

    ScoredMention scored = harness.extractOutputValues().get(0);
    assertThat(scored)
        .isEqualTo(
            new ScoredMention(
                MENTION,
                List.of("acme", "apex"),
                PARTS,
                new LexiconScorer().score(MENTION.text(), "en"),
                InfluenceEstimator.estimate(MENTION, POSTED_MILLIS, LogFollowerScale.STANDARD),
                text.hash(),
                text.nearKey(),
                intent(scored)));
    assertThat(scored.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(scored.intent().needsResponse()).isEqualTo(1f);
  }

  private static Intent intent(ScoredMention scored) {
    return IntentScorer.shipped()
        .judge(new FeatureScanner().read(MENTION.text()), scored.sentiment(), TOLD);
  }

  @Test
  void ranksByTheChannelItselfOnceItIsKnown() throws Exception {
    var harness = open(1, 0, null);
    post(harness, "x", 300, START_MILLIS);

    assertThat(last(harness, "x", 50, START_MILLIS + HOUR).scale()).isEqualTo(ScaleBasis.FIXED);
    var known = last(harness, "x", 50, START_MILLIS + 2 * HOUR);
    assertThat(known.scale()).isEqualTo(ScaleBasis.CHANNEL);
    assertThat(known.score()).isBetween(0.45, 0.55);
    assertThat(last(harness, "unheard-of", 50, START_MILLIS + 2 * HOUR).scale())
        .isEqualTo(ScaleBasis.FIXED);
  }

  @Test
  void goesOnExactlyAfterARestore() throws Exception {
    var first = open(1, 0, null);
    post(first, "x", 300, START_MILLIS);
    post(first, "x", 50, START_MILLIS + HOUR);
    post(first, "x", 1, START_MILLIS + 2 * HOUR);
    var second = open(1, 0, first.snapshot(1, 1));

    for (int i = 0; i < 30; i++) {
      long time = START_MILLIS + 2 * HOUR + i * HOUR / 4;
      assertThat(last(second, "x", 1 + 7 * i, time)).isEqualTo(last(first, "x", 1 + 7 * i, time));
    }
  }

  @Test
  void moreSubtasksBeginWithTheSharesOfFewer() throws Exception {
    var only = open(1, 0, null);
    post(only, "x", 300, START_MILLIS);
    OperatorSubtaskState state = only.snapshot(1, 1);

    for (int subtask = 0; subtask < 3; subtask++) {
      var wider = open(3, subtask, redistributed(state, 1, 3, subtask));
      assertThat(last(wider, "x", 50, START_MILLIS + 2 * HOUR))
          .isEqualTo(last(only, "x", 50, START_MILLIS + 2 * HOUR));
    }
  }

  @Test
  void fewerSubtasksTakeAllShares() throws Exception {
    var left = open(2, 0, null);
    var right = open(2, 1, null);
    post(left, "x", 150, START_MILLIS);
    post(right, "x", 150, START_MILLIS);
    OperatorSubtaskState both =
        AbstractStreamOperatorTestHarness.repackageState(left.snapshot(1, 1), right.snapshot(1, 1));

    var only = open(1, 0, redistributed(both, 2, 1, 0));

    assertThat(last(left, "x", 50, START_MILLIS + 2 * HOUR).scale()).isEqualTo(ScaleBasis.FIXED);
    assertThat(last(only, "x", 50, START_MILLIS + 2 * HOUR).scale()).isEqualTo(ScaleBasis.CHANNEL);
  }

  /** Posts by authors of 1 to 100 followers in turn. */
  private static void post(
      OneInputStreamOperatorTestHarness<BrandMention, ScoredMention> harness,
      String channel,
      int count,
      long timeMillis)
      throws Exception {
    for (int i = 0; i < count; i++) {
      last(harness, channel, 1 + i % 100, timeMillis);
    }
  }

  private static Influence last(
      OneInputStreamOperatorTestHarness<BrandMention, ScoredMention> harness,
      String channel,
      long followers,
      long timeMillis)
      throws Exception {
    Mention mention =
        new Mention(
            "m",
            channel,
            "hello",
            "en",
            timeMillis,
            new Author("a", null, followers, null, null),
            MentionKind.POST,
            null,
            null,
            List.of(),
            null,
            null,
            Visibility.PUBLIC,
            Engagement.NONE);
    harness.processElement(new BrandMention(mention, List.of("acme"), List.of(), 0), timeMillis);
    List<ScoredMention> scored = harness.extractOutputValues();
    return scored.get(scored.size() - 1).influence();
  }

  private static OperatorSubtaskState redistributed(
      OperatorSubtaskState state, int before, int after, int subtask) {
    return AbstractStreamOperatorTestHarness.repartitionOperatorState(
        state, 8, before, after, subtask);
  }

  private OneInputStreamOperatorTestHarness<BrandMention, ScoredMention> open(
      int parallelism, int subtask, @Nullable OperatorSubtaskState state) throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new ScoreMentionsFunction(LexiconScorer::new)),
            8,
            parallelism,
            subtask);
    opened.add(harness);
    if (state == null) {
      harness.setup();
    } else {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }
}
