package io.tocsin.scoring;

import io.tocsin.mention.BrandMention;
import io.tocsin.mention.Mention;
import io.tocsin.mention.NormalisedText;
import io.tocsin.scoring.influence.InfluenceEstimator;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;

/**
 * Scores every mention: how it feels, how far it may carry, which text it repeats. Influence is
 * reckoned at the moment of posting, not by a clock, so that a replay gives the same bytes.
 */
public final class ScoreMentionsFunction extends RichMapFunction<BrandMention, ScoredMention> {
  private static final long serialVersionUID = 1L;

  private final ScorerFactory scorers;
  private final InfluenceEstimator influence;
  private transient @Nullable SentimentScorer scorer;
  private transient NormalisedText text;

  /**
   * A function for one job.
   *
   * @param scorers opens the scorer on the worker
   * @param influence estimates the influence
   */
  @SuppressWarnings("NullAway.Init") // set by open
  public ScoreMentionsFunction(ScorerFactory scorers, InfluenceEstimator influence) {
    this.scorers = scorers;
    this.influence = influence;
  }

  @Override
  public void open(OpenContext context) {
    text = new NormalisedText();
    scorer = scorers.create();
  }

  @Override
  public void close() {
    if (scorer != null) {
      scorer.close();
    }
  }

  @Override
  public ScoredMention map(BrandMention brandMention) {
    SentimentScorer scorer = Objects.requireNonNull(this.scorer, "not open");
    Mention mention = brandMention.mention();
    text.read(mention.text());
    return new ScoredMention(
        mention,
        brandMention.brands(),
        scorer.score(mention.text(), mention.lang()),
        influence.estimate(mention, mention.createdAtMillis()),
        text.hash(),
        text.nearKey());
  }
}
