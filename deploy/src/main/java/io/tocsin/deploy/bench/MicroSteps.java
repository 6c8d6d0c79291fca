package io.tocsin.deploy.bench;

import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.config.WindowSettings;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionFingerprint;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.RawRecord;
import io.tocsin.mention.RepeatFilter;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.lexicon.LexiconScorer;
import io.tocsin.window.PartialPanes;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** The steps that are measured by themselves, each as the job does it. */
final class MicroSteps {
  /** Matching, few terms and many: the second divided by the first is the ratio to watch. */
  static final int FEW_TERMS = 1;

  static final int MANY_TERMS = 2;

  private static final int FEW = 50;
  private static final int MANY = 5_000;

  private final MicroSamples samples;
  private final WindowSettings windows = JobSettings.of(Map.of()).windows();

  private MicroSteps(MicroSamples samples) {
    this.samples = samples;
  }

  /** All steps, in the order of the flow. */
  static List<MicroStep> all(MicroSamples samples) {
    return new MicroSteps(samples).all();
  }

  private List<MicroStep> all() {
    return List.of(
        step("parse a mention", samples.records(), parse()),
        match(FEW),
        match(MANY),
        new MicroStep("drop repeats", samples.mentions().size(), this::dropRepeats),
        step("score by the lexicon", samples.scored(), score()),
        new MicroStep("add to a pane", samples.scored().size(), this::addToPanes),
        step(
            "scored mention as JSON", samples.scored(), scored -> WireJson.toBytes(scored).length));
  }

  private static ToLongFunction<RawRecord> parse() {
    MentionParser parser = new MentionParser();
    return record -> {
      ParsedRecord parsed = parser.parse(record);
      Mention mention = parsed.mention();
      return mention == null ? 0 : mention.createdAtMillis();
    };
  }

  private MicroStep match(int count) {
    List<BrandTerms> terms = ManyTerms.upTo(count, samples.terms());
    BrandMatcher matcher = new BrandMatcher(terms);
    return step(
        Texts.of("match, %,d terms", ManyTerms.count(terms)),
        samples.mentions(),
        mention -> matcher.match(mention).size());
  }

  private long dropRepeats() {
    RepeatFilter filter = new RepeatFilter(windows.repeatSpanMillis());
    long fresh = 0;
    for (Mention mention : samples.mentions()) {
      long fingerprint = MentionFingerprint.of(mention.id()).bits();
      fresh += filter.letsThrough(fingerprint, mention.createdAtMillis()) ? 1 : 0;
    }
    return fresh;
  }

  private static ToLongFunction<ScoredMention> score() {
    LexiconScorer scorer = new LexiconScorer();
    return scored ->
        scorer.score(scored.mention().text(), scored.mention().lang()).model().length();
  }

  private long addToPanes() {
    PartialPanes panes = new PartialPanes(windows.paneMillis());
    for (ScoredMention scored : samples.scored()) {
      panes.add(scored, scored.mention().createdAtMillis());
    }
    return panes.size();
  }

  private static <T> MicroStep step(String title, List<T> inputs, ToLongFunction<T> operation) {
    LongSupplier round =
        () -> {
          long results = 0;
          for (T input : inputs) {
            results += operation.applyAsLong(input);
          }
          return results;
        };
    return new MicroStep(title, inputs.size(), round);
  }
}
