package io.tocsin.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.tocsin.mention.Author;
import io.tocsin.mention.BrandMention;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.NormalisedText;
import io.tocsin.mention.Visibility;
import io.tocsin.scoring.influence.InfluenceEstimator;
import io.tocsin.scoring.influence.LogFollowerScale;
import io.tocsin.scoring.lexicon.LexiconScorer;
import java.util.List;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.util.InstantiationUtil;
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

  private final InfluenceEstimator influence = new InfluenceEstimator(new LogFollowerScale());

  @Test
  void scoresAfterItsJourneyToTheWorker() throws Exception {
    ScoreMentionsFunction function =
        InstantiationUtil.clone(new ScoreMentionsFunction(LexiconScorer::new, influence));
    function.open(DefaultOpenContext.INSTANCE);

    NormalisedText text = new NormalisedText();
    text.read(MENTION.text());
    ScoredMention scored = function.map(new BrandMention(MENTION, List.of("acme", "apex")));

    assertThat(scored)
        .isEqualTo(
            new ScoredMention(
                MENTION,
                List.of("acme", "apex"),
                new LexiconScorer().score(MENTION.text(), "en"),
                influence.estimate(MENTION, POSTED_MILLIS),
                text.hash(),
                text.nearKey()));
    assertThat(scored.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
  }

  @Test
  void refusesToScoreBeforeItIsOpen() {
    ScoreMentionsFunction function = new ScoreMentionsFunction(LexiconScorer::new, influence);

    assertThatNullPointerException()
        .isThrownBy(() -> function.map(new BrandMention(MENTION, List.of("acme"))))
        .withMessage("not open");
  }
}
