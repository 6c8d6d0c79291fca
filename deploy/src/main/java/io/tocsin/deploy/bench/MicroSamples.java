package io.tocsin.deploy.bench;

import io.tocsin.deploy.firehose.FirehoseRecord;
import io.tocsin.deploy.firehose.World;
import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Match;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.NormalisedText;
import io.tocsin.mention.RawRecord;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.influence.InfluenceEstimator;
import io.tocsin.scoring.influence.LogFollowerScale;
import io.tocsin.scoring.intent.IntentScorer;
import io.tocsin.scoring.lexicon.LexiconScorer;
import io.tocsin.scoring.linear.FeatureScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Posts at each point of the flow, all in memory.
 *
 * @param records as they come from Kafka
 * @param mentions those that are mentions
 * @param scored those that concern a brand of the plan, scored
 * @param terms what the plan looks for
 */
record MicroSamples(
    List<RawRecord> records,
    List<Mention> mentions,
    List<ScoredMention> scored,
    List<BrandTerms> terms) {
  private static final int RECORDS = 20_000;
  private static final long STEP_MILLIS = 100;

  /** The next posts of a world. */
  static MicroSamples of(World world, CrisisPlan plan) {
    List<BrandTerms> terms = plan.brands().stream().map(BrandPlan::terms).toList();
    List<RawRecord> records = recordsOf(world);
    MentionParser parser = new MentionParser();
    List<Mention> mentions =
        records.stream()
            .map(record -> parser.parse(record).mention())
            .filter(Objects::nonNull)
            .toList();
    return new MicroSamples(records, mentions, scored(mentions, new BrandMatcher(terms)), terms);
  }

  private static List<RawRecord> recordsOf(World world) {
    List<RawRecord> records = new ArrayList<>();
    while (records.size() < RECORDS) {
      world.until(world.nowMillis() + STEP_MILLIS, record -> records.add(raw(record)));
    }
    return records.subList(0, RECORDS);
  }

  private static RawRecord raw(FirehoseRecord record) {
    return new RawRecord(record.value(), "bench", 0, 0, record.arrivalMillis());
  }

  private static List<ScoredMention> scored(List<Mention> mentions, BrandMatcher matcher) {
    LexiconScorer scorer = new LexiconScorer();
    IntentScorer intents = IntentScorer.shipped();
    FeatureScanner scanner = new FeatureScanner();
    NormalisedText text = new NormalisedText();
    List<ScoredMention> scored = new ArrayList<>();
    for (Mention mention : mentions) {
      Match match = matcher.find(mention);
      List<String> brands = match.brands();
      if (!brands.isEmpty()) {
        text.read(mention.text());
        Sentiment sentiment = scorer.score(mention.text(), mention.lang());
        scored.add(
            new ScoredMention(
                mention,
                brands,
                match.parts(),
                sentiment,
                InfluenceEstimator.estimate(
                    mention, mention.createdAtMillis(), LogFollowerScale.STANDARD),
                text.hash(),
                text.nearKey(),
                intents.judge(scanner.read(mention.text()), sentiment, 0)));
      }
    }
    return scored;
  }
}
