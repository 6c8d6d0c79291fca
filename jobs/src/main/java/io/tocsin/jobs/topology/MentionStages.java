package io.tocsin.jobs.topology;

import io.tocsin.feed.FeedPulse;
import io.tocsin.jobs.config.WindowSettings;
import io.tocsin.jobs.operator.DropRepeatsOperator;
import io.tocsin.jobs.operator.PartialSums;
import io.tocsin.jobs.operator.SumPanes;
import io.tocsin.jobs.operator.SumPartiallyOperator;
import io.tocsin.jobs.operator.SumPulses;
import io.tocsin.mention.BrandMention;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.SplitParsedFunction;
import io.tocsin.response.MatchingPlan;
import io.tocsin.response.live.MatchBrandsFunction;
import io.tocsin.response.live.PlanFeed;
import io.tocsin.scoring.ScoreMentionsFunction;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.ScorerFactory;
import io.tocsin.window.DropLateFunction;
import io.tocsin.window.Pane;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The stages that every single mention passes, up to its pane, in the order of the flow. What lies
 * behind them grows with the number of watches; these grow with the firehose.
 */
public final class MentionStages {
  private final MatchingPlan first;
  private final PlanFeed.Factory feed;
  private final ScorerFactory scorer;
  private final WindowSettings windows;

  /**
   * The stages of one job.
   *
   * @param first the plan in force until another is heard of
   * @param feed tells of others
   */
  public MentionStages(
      MatchingPlan first, PlanFeed.Factory feed, ScorerFactory scorer, WindowSettings windows) {
    this.first = first;
    this.feed = feed;
    this.scorer = scorer;
    this.windows = windows;
  }

  /** Mentions; what is none goes to {@link SplitParsedFunction#REJECTED}. */
  public static SingleOutputStreamOperator<Mention> split(DataStream<ParsedRecord> records) {
    return CrisisTopology.named(
        records.process(new SplitParsedFunction()), OperatorId.SPLIT_PARSED);
  }

  /** What the firehose brought at all, of any brand and of none, summed before the shuffle. */
  public SingleOutputStreamOperator<FeedPulse> sumPulses(DataStream<Mention> mentions) {
    long slideMillis = windows.slideMillis();
    return CrisisTopology.named(
        mentions.transform(
            OperatorId.SUM_PULSES.title(),
            TypeInformation.of(FeedPulse.class),
            new SumPartiallyOperator<>(() -> new SumPulses(slideMillis), slideMillis, true)),
        OperatorId.SUM_PULSES);
  }

  /** Mentions of the plan's brands; others go to {@link MatchBrandsFunction#UNMATCHED}. */
  public SingleOutputStreamOperator<BrandMention> matchBrands(DataStream<Mention> mentions) {
    return CrisisTopology.named(
        mentions.process(new MatchBrandsFunction(first, feed)), OperatorId.MATCH_BRANDS);
  }

  /** The first of each mention, behind a shuffle; others go to its side output. */
  public SingleOutputStreamOperator<BrandMention> dropRepeats(DataStream<BrandMention> matched) {
    return CrisisTopology.named(
        matched
            .keyBy(DropRepeatsOperator::bucketOf)
            .transform(
                OperatorId.DROP_REPEATS.title(),
                TypeInformation.of(BrandMention.class),
                new DropRepeatsOperator(windows.repeatSpanMillis())),
        OperatorId.DROP_REPEATS);
  }

  /** Scores each mention. */
  public SingleOutputStreamOperator<ScoredMention> score(DataStream<BrandMention> fresh) {
    return CrisisTopology.named(
        fresh.process(new ScoreMentionsFunction(scorer)), OperatorId.SCORE_MENTIONS);
  }

  /** What still finds its pane open; the rest goes to {@link DropLateFunction#LATE}. */
  public SingleOutputStreamOperator<ScoredMention> dropLate(DataStream<ScoredMention> scored) {
    return CrisisTopology.named(
        scored.process(new DropLateFunction(windows.paneMillis())), OperatorId.DROP_LATE);
  }

  /** Partial sums of each subtask, to be shuffled by watch. */
  public SingleOutputStreamOperator<Pane> sumIntoPanes(DataStream<ScoredMention> onTime) {
    long paneMillis = windows.paneMillis();
    return sum(onTime, () -> SumPanes.ofOnTime(paneMillis), OperatorId.SUM_PANES);
  }

  /** How many came too late, in panes that are still open: a watch tells what it did not count. */
  public SingleOutputStreamOperator<Pane> countLate(DataStream<ScoredMention> late) {
    long paneMillis = windows.paneMillis();
    return sum(late, () -> SumPanes.ofLate(paneMillis), OperatorId.SUM_LATE);
  }

  private SingleOutputStreamOperator<Pane> sum(
      DataStream<ScoredMention> mentions,
      PartialSums.Factory<ScoredMention, Pane> sums,
      OperatorId id) {
    return CrisisTopology.named(
        mentions.transform(
            id.title(),
            TypeInformation.of(Pane.class),
            new SumPartiallyOperator<>(sums, windows.paneMillis(), false)),
        id);
  }
}
