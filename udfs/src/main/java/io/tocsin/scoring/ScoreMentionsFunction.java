package io.tocsin.scoring;

import io.tocsin.mention.BrandMention;
import io.tocsin.mention.Mention;
import io.tocsin.mention.NormalisedText;
import io.tocsin.scoring.influence.AudienceState;
import io.tocsin.scoring.influence.Audiences;
import io.tocsin.scoring.influence.FollowerScale;
import io.tocsin.scoring.influence.InfluenceEstimator;
import io.tocsin.scoring.intent.IntentScorer;
import io.tocsin.scoring.intent.TextReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Scores every mention: how it feels, how far it may carry, which text it repeats, what it wants.
 * Influence is reckoned at the moment of posting, not by a clock, so that a replay gives the same
 * bytes.
 *
 * <p>The audiences of channels are operator state. A job that restores at the same parallelism goes
 * on exactly; at another, subtasks take over each other's shares, whole.
 */
public final class ScoreMentionsFunction extends ProcessFunction<BrandMention, ScoredMention>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private static final ListStateDescriptor<AudienceState> AUDIENCES =
      new ListStateDescriptor<>("audiences", TypeInformation.of(AudienceState.class));

  private final ScorerFactory scorers;
  private transient @Nullable SentimentScorer scorer;
  private transient Judgement judgement;
  private transient TextReading reading;
  private transient IntentScorer intents;
  private transient NormalisedText text;
  private transient Audiences audiences;
  private transient ListState<AudienceState> shares;

  /**
   * A function for one job.
   *
   * @param scorers opens the scorer on the worker
   */
  public ScoreMentionsFunction(ScorerFactory scorers) {
    this.scorers = scorers;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    audiences = new Audiences();
    shares = context.getOperatorStateStore().getUnionListState(AUDIENCES);
    if (context.isRestored()) {
      restore();
    }
  }

  @Override
  @SuppressWarnings("NullAway.Init") // initializeState comes first
  public void open(OpenContext context) {
    text = new NormalisedText();
    intents = IntentScorer.shipped();
    scorer = scorers.create();
    judgement = new Judgement();
    reading = new TextReading(scorer);
  }

  @Override
  public void close() {
    if (scorer != null) {
      scorer.close();
    }
  }

  @Override
  public void processElement(
      BrandMention brandMention, Context context, Collector<ScoredMention> out) {
    Mention mention = brandMention.mention();
    Long eventTimeMillis = context.timestamp();
    FollowerScale scale =
        audiences.rankAmong(
            mention, eventTimeMillis == null ? mention.createdAtMillis() : eventTimeMillis);
    text.read(mention.text());
    Objects.requireNonNull(scorer, "not open").judge(mention.text(), mention.lang(), judgement);
    Sentiment sentiment = judgement.toSentiment();
    out.collect(
        new ScoredMention(
            mention,
            brandMention.brands(),
            brandMention.parts(),
            sentiment,
            InfluenceEstimator.estimate(mention, mention.createdAtMillis(), scale),
            text.hash(),
            text.nearKey(),
            intents.judge(reading.of(mention.text()), sentiment, brandMention.toldByPlan())));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    shares.update(audiences.toStates(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask()));
  }

  /** With more subtasks than before several begin with the same share, with fewer one has many. */
  private void restore() throws Exception {
    int self = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    int subtasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
    List<AudienceState> all = new ArrayList<>();
    shares.get().forEach(all::add);
    int sharesBefore = 1 + all.stream().mapToInt(AudienceState::share).max().orElse(0);
    for (AudienceState state : all) {
      if (state.share() % subtasks == self || self % sharesBefore == state.share()) {
        audiences.restore(state);
      }
    }
  }
}
