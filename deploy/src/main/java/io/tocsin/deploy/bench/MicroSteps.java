package io.tocsin.deploy.bench;

import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.config.WindowSettings;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionFingerprint;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.RawRecord;
import io.tocsin.mention.RepeatFilter;
import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.NamedScorer;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.SentimentScorer;
import io.tocsin.scoring.intent.IntentScorer;
import io.tocsin.scoring.linear.FeatureScanner;
import io.tocsin.scoring.linear.TextFeatures;
import io.tocsin.window.PartialPanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** The steps that are measured by themselves, each as the job does it. */
final class MicroSteps {
  private static final long MOST_ROUND_NANOS = 500_000_000L;

  private final MicroSamples samples;
  private final WindowSettings windows = JobSettings.of(Map.of()).windows();

  private MicroSteps(MicroSamples samples) {
    this.samples = samples;
  }

  /** All steps, in the order of the flow; a step for each scorer. */
  static List<MicroStep> all(MicroSamples samples, List<NamedScorer> scorers) {
    return new MicroSteps(samples).all(scorers);
  }

  private List<MicroStep> all(List<NamedScorer> scorers) {
    List<MicroStep> steps = new ArrayList<>();
    steps.add(step("parse a mention", samples.records(), parse()));
    steps.add(step("match the plan's brands", samples.mentions(), match()));
    steps.add(new MicroStep("drop repeats", samples.mentions().size(), this::dropRepeats));
    scorers.forEach(scorer -> steps.add(score(scorer)));
    steps.add(step("read features", samples.scored(), readFeatures()));
    steps.add(step("features and intent", samples.scored(), tellIntent()));
    steps.add(new MicroStep("add to a pane", samples.scored().size(), this::addToPanes));
    steps.add(
        step(
            "scored mention as JSON", samples.scored(), scored -> WireJson.toBytes(scored).length));
    return steps;
  }

  private static ToLongFunction<RawRecord> parse() {
    MentionParser parser = new MentionParser();
    return record -> {
      ParsedRecord parsed = parser.parse(record);
      Mention mention = parsed.mention();
      return mention == null ? 0 : mention.createdAtMillis();
    };
  }

  private ToLongFunction<Mention> match() {
    BrandMatcher matcher = new BrandMatcher(samples.terms());
    return mention -> matcher.match(mention).size();
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

  private MicroStep score(NamedScorer named) {
    SentimentScorer scorer = named.create();
    Judgement judgement = new Judgement();
    ToLongFunction<ScoredMention> score =
        scored -> {
          scorer.judge(scored.mention().text(), scored.mention().lang(), judgement);
          return judgement.model().length();
        };
    return step("score, " + named.name(), asManyAsFit(score), score);
  }

  private static ToLongFunction<ScoredMention> readFeatures() {
    FeatureScanner scanner = new FeatureScanner();
    return scored -> scanner.read(scored.mention().text()).tokens();
  }

  /** What it costs beside the reading is what it adds to a scorer that has read them anyway. */
  private static ToLongFunction<ScoredMention> tellIntent() {
    FeatureScanner scanner = new FeatureScanner();
    IntentScorer intents = IntentScorer.shipped();
    return scored -> {
      TextFeatures features = scanner.read(scored.mention().text());
      return intents.judge(features, scored.sentiment(), 0).kinds().size();
    };
  }

  /** Fewer posts for a slow scorer, so that a round of it does not take minutes. */
  private List<ScoredMention> asManyAsFit(ToLongFunction<ScoredMention> score) {
    long limit = CpuMeter.threadNanos() + MOST_ROUND_NANOS;
    int count = 0;
    while (count < samples.scored().size() && CpuMeter.threadNanos() < limit) {
      var unused = score.applyAsLong(samples.scored().get(count++));
    }
    return samples.scored().subList(0, count);
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
