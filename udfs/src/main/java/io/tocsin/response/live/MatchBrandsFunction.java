package io.tocsin.response.live;

import io.tocsin.mention.BrandMention;
import io.tocsin.mention.Mention;
import io.tocsin.response.MatchingPlan;
import io.tocsin.response.MentionMatcher;
import java.util.Objects;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mentions that concern a brand, with the brands; the others go to {@link #UNMATCHED}. A
 * plan is in force from the first mention on that comes after it was heard of.
 */
public final class MatchBrandsFunction extends ProcessFunction<Mention, BrandMention>
    implements CheckpointedFunction {
  /**
   * Mentions of no brand. Meant for a counter chained to this function; whole mentions are too dear
   * to send over the network for a count.
   */
  public static final OutputTag<Mention> UNMATCHED =
      new OutputTag<>("unmatched", TypeInformation.of(Mention.class));

  private static final long serialVersionUID = 1L;

  private static final MapStateDescriptor<String, MatchingPlan> PLAN =
      new MapStateDescriptor<>(
          "matching-plan", Types.STRING, TypeInformation.of(MatchingPlan.class));
  private static final String IN_FORCE = "in-force";

  private final MatchingPlan first;
  private final PlanFeed.Factory feeds;
  private transient @Nullable PlanFeed feed;
  private transient BroadcastState<String, MatchingPlan> inForce;
  private transient MentionMatcher matcher;

  /**
   * Matches by the plan.
   *
   * @param plan in force until another is heard of
   * @param feeds opens on the worker what tells of others
   */
  @SuppressWarnings("NullAway.Init") // initializeState comes first
  public MatchBrandsFunction(MatchingPlan plan, PlanFeed.Factory feeds) {
    this.first = plan;
    this.feeds = feeds;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    inForce = context.getOperatorStateStore().getBroadcastState(PLAN);
    @Nullable MatchingPlan restored = inForce.get(IN_FORCE);
    matcher = new MentionMatcher(restored == null ? first : restored);
    feed = feeds.open();
  }

  @Override
  public void close() {
    if (feed != null) {
      feed.close();
    }
  }

  @Override
  public void processElement(Mention mention, Context context, Collector<BrandMention> out)
      throws Exception {
    MatchingPlan news = Objects.requireNonNull(feed, "not open").news();
    if (news != null) {
      inForce.put(IN_FORCE, news);
      matcher = new MentionMatcher(news);
    }
    BrandMention found = matcher.find(mention);
    if (found == null) {
      context.output(UNMATCHED, mention);
    } else {
      out.collect(found);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    // The plan lies in broadcast state, which is written as it stands.
  }
}
