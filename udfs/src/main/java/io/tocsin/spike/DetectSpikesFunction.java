package io.tocsin.spike;

import io.tocsin.feed.FeedGap;
import io.tocsin.feed.FeedGaps;
import io.tocsin.feed.FeedReport;
import io.tocsin.mention.Drill;
import io.tocsin.window.Dimension;
import io.tocsin.window.Pane;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link SpikeDetector} and {@link SilenceDetector} look at each slide of each watch. Panes
 * wait by the slide that they are judged with until it is over, so that a watch which catches up on
 * hours touches each of them once; a watch that saw nothing for a whole row, or that heard too
 * little within the hour to fire, sleeps until its next pane, with a single timer where its silence
 * would be remarkable and with none otherwise.
 *
 * <p>A drill's panes come to the watch that they go through and are kept apart. {@link
 * DrillDetector} looks at its slides a millisecond before the watch itself does, so that the watch
 * itself wakes, judges and learns as if there were no drill.
 *
 * <p>What the feed reports is broadcast. A timer fires when both inputs have passed its time, so it
 * finds every report up to then; reports of later times do not count yet. A plan counts from the
 * moment at which it is heard: a watch keeps what it learnt under the one before.
 */
public final class DetectSpikesFunction
    extends KeyedBroadcastProcessFunction<String, Pane, DetectorNews, Spike> {
  /** What the watches of brands saw row by row, beside what was usual. */
  public static final OutputTag<BaselineRow> BASELINES =
      new OutputTag<>("baselines", TypeInformation.of(BaselineRow.class));

  /** What the newest looks at whole brands saw, beside what was usual. */
  public static final OutputTag<BrandLook> LOOKS =
      new OutputTag<>("brand-looks", TypeInformation.of(BrandLook.class));

  /** The gaps of the feed, by the id of their reports. */
  public static final MapStateDescriptor<String, FeedGap> FEED_GAPS =
      new MapStateDescriptor<>("feed-gaps", Types.STRING, TypeInformation.of(FeedGap.class));

  private static final long BEFORE_THE_WATCH_ITSELF = 1;

  /** The plan in force, where it is another than the job began with. */
  public static final MapStateDescriptor<String, DetectionPlan> PLAN =
      new MapStateDescriptor<>(
          "detection-plan", Types.STRING, TypeInformation.of(DetectionPlan.class));

  private static final String IN_FORCE = "in-force";
  private static final Duration FORGET_A_WATCH_AFTER = Duration.ofDays(60);

  private final DetectorPolicy policy;
  private final SerializableFunction<TypeSerializer<WatchState>, TypeSerializer<WatchState>> stored;
  private DetectionPlan plan;
  private transient SpikeDetector detector;
  private transient SilenceDetector silences;
  private transient DrillDetector drills;
  private transient BrandLooks looks;
  private transient MapState<Long, List<Pane>> openPanes;
  private transient ValueState<WatchState> watchState;
  private transient MapState<String, DrillWatch> drillWatches;
  private transient TypeSerializer<WatchState> copier;

  /**
   * Detects by the policy and the crisis plan.
   *
   * @param plan in force until another is heard
   * @param stored how a watch is stored, from how Flink would serialise it
   */
  @SuppressWarnings("NullAway.Init")
  public DetectSpikesFunction(
      DetectorPolicy policy,
      DetectionPlan plan,
      SerializableFunction<TypeSerializer<WatchState>, TypeSerializer<WatchState>> stored) {
    this.policy = policy;
    this.plan = plan;
    this.stored = stored;
  }

  @Override
  public void open(OpenContext context) {
    silences = new SilenceDetector(policy);
    looks = new BrandLooks(policy);
    detectBy(plan);
    openPanes =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "open-panes", Types.LONG, Types.LIST(TypeInformation.of(Pane.class))));
    copier = getRuntimeContext().createSerializer(TypeInformation.of(WatchState.class));
    var descriptor = new ValueStateDescriptor<>("watch", stored.apply(copier.duplicate()));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(FORGET_A_WATCH_AFTER).build());
    watchState = getRuntimeContext().getState(descriptor);
    drillWatches =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "drill-watches", Types.STRING, TypeInformation.of(DrillWatch.class)));
  }

  @Override
  public void processElement(Pane pane, ReadOnlyContext context, Collector<Spike> out)
      throws Exception {
    // One that comes behind its slide, which no flow should let happen, is judged with the next.
    long due = slideStart(Math.max(pane.startMillis(), context.currentWatermark() + 1));
    long judgedAt = due + policy.slideMillis() - 1;
    Drill drill = pane.watch().drill();
    if (drill == null) {
      List<Pane> waiting = panesOf(due);
      waiting.add(pane);
      openPanes.put(due, waiting);
      context.timerService().registerEventTimeTimer(judgedAt);
    } else if (!DrillDetector.isTooLate(drill, pane)) {
      DrillWatch known = drillWatches.get(drill.id());
      DrillWatch through = known == null ? DrillDetector.begin(drill, due) : known;
      through.panes.add(pane);
      drillWatches.put(drill.id(), through);
      context.timerService().registerEventTimeTimer(judgedAt - BEFORE_THE_WATCH_ITSELF);
    }
  }

  @Override
  public void processBroadcastElement(DetectorNews news, Context context, Collector<Spike> out)
      throws Exception {
    if (news.report() != null) {
      take(news.report(), context);
    }
    if (news.plan() != null) {
      context.getBroadcastState(PLAN).put(IN_FORCE, news.plan());
    }
  }

  private void take(FeedReport report, Context context) throws Exception {
    var gaps = context.getBroadcastState(FEED_GAPS);
    long at = report.at().toEpochMilli();
    FeedGap known = gaps.get(report.id());
    switch (report.phase()) {
      case STANDING_STILL -> gaps.put(report.id(), FeedGap.open(report.channel(), at));
      case ENDED -> gaps.put(report.id(), FeedGap.endless(at));
      case RUNNING_AGAIN -> {
        if (known != null) {
          gaps.put(report.id(), known.closed(at, policy.slideMillis()));
        }
      }
    }
    forgetBefore(at - FORGET_A_WATCH_AFTER.toMillis(), gaps);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Spike> out)
      throws Exception {
    follow(context.getBroadcastState(PLAN).get(IN_FORCE));
    if (Math.floorMod(timestamp + 1, policy.slideMillis()) != 0) {
      onDrillSlide(timestamp + 1 + BEFORE_THE_WATCH_ITSELF, context, out);
      return;
    }
    long now = timestamp + 1;
    Watch watch = Watch.ofKey(context.getCurrentKey());
    FeedGaps anywhere = gapsKnownAt(now, context.getBroadcastState(FEED_GAPS));
    FeedGaps own = anywhere.of(channel(watch));
    // Of which channels a brand is made is not known: while one is hidden, it is not called silent.
    FeedGaps ofSilence = watch.dimension() == Dimension.CHANNEL ? own : anywhere;
    WatchState state = watchState.value();
    if (state == null) {
      state = new WatchState(policy);
    }
    Slide slide = takeSlide(now - policy.slideMillis());
    tell(silences.onSlide(watch, state, slide, ofSilence), out);
    long slideBefore = state.sums.newestMillis;
    tell(detector.onSlide(watch, state, slide, own), out);
    BrandRules planned = plan.rules().getOrDefault(watch.brand(), BrandRules.NONE);
    BaselineRows.since(watch, state, planned, slideBefore)
        .forEach(row -> context.output(BASELINES, row));
    boolean idle = detector.idle(state);
    looks.of(watch, state, planned, idle, now).forEach(look -> context.output(LOOKS, look));
    long next = idle ? silences.wakesAt(state, ofSilence, now) : now + policy.slideMillis();
    watchState.update(state);
    if (next != Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(next - 1);
    }
  }

  @SuppressWarnings("ReferenceEquality") // broadcast state hands out one object until another comes
  private void follow(@Nullable DetectionPlan inForce) {
    if (inForce != null && inForce != plan) {
      detectBy(inForce);
    }
  }

  private void detectBy(DetectionPlan inForce) {
    plan = inForce;
    detector = new SpikeDetector(policy, plan.rules());
    drills = new DrillDetector(policy, detector);
  }

  private void onDrillSlide(long now, OnTimerContext context, Collector<Spike> out)
      throws Exception {
    Watch watch = Watch.ofKey(context.getCurrentKey());
    FeedGaps gaps = gapsKnownAt(now, context.getBroadcastState(FEED_GAPS)).of(channel(watch));
    WatchState real = watchState.value();
    if (real == null) {
      real = new WatchState(policy);
    }
    long slideStart = now - policy.slideMillis();
    List<Pane> realPanes = panesOf(slideStart);
    boolean goesOn = false;
    for (String id : drillIds()) {
      DrillWatch drill = drillWatches.get(id);
      tell(drills.onSlide(watch, drill, real, copier::copy, realPanes, slideStart, gaps), out);
      if (drills.isOver(drill, now)) {
        drillWatches.remove(id);
      } else {
        drillWatches.put(id, drill);
        goesOn = true;
      }
    }
    if (goesOn) {
      context
          .timerService()
          .registerEventTimeTimer(now + policy.slideMillis() - 1 - BEFORE_THE_WATCH_ITSELF);
    }
  }

  private void tell(List<Spike> spikes, Collector<Spike> out) {
    spikes.forEach(spike -> out.collect(spike.under(plan)));
  }

  private List<String> drillIds() throws Exception {
    List<String> ids = new ArrayList<>();
    drillWatches.keys().forEach(ids::add);
    Collections.sort(ids);
    return ids;
  }

  private List<Pane> panesOf(long slideStart) throws Exception {
    List<Pane> waiting = openPanes.get(slideStart);
    return waiting == null ? new ArrayList<>() : waiting;
  }

  private Slide takeSlide(long slideStart) throws Exception {
    List<Pane> taken = panesOf(slideStart);
    openPanes.remove(slideStart);
    return Slide.of(slideStart, taken);
  }

  private long slideStart(long millis) {
    return Math.floorDiv(millis, policy.slideMillis()) * policy.slideMillis();
  }

  private static @Nullable String channel(Watch watch) {
    return watch.dimension() == Dimension.CHANNEL ? watch.value() : null;
  }

  private static FeedGaps gapsKnownAt(long now, ReadOnlyBroadcastState<String, FeedGap> known)
      throws Exception {
    List<FeedGap> gaps = new ArrayList<>();
    known.immutableEntries().forEach(entry -> gaps.add(entry.getValue()));
    return FeedGaps.knownAt(now, gaps);
  }

  private static void forgetBefore(long millis, BroadcastState<String, FeedGap> gaps)
      throws Exception {
    List<String> old = new ArrayList<>();
    gaps.immutableEntries()
        .forEach(
            entry -> {
              if (entry.getValue().closedMillis() < millis) {
                old.add(entry.getKey());
              }
            });
    for (String id : old) {
      gaps.remove(id);
    }
  }
}
