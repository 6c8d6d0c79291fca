package io.tocsin.incident;

import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.window.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link IncidentTracker} take the spikes and acknowledgements of each brand, and apart from
 * them those of each drill, in the order of event time, whichever came first. An acknowledgement
 * that is stamped before the watermark is taken at once.
 *
 * <p>A plan is broadcast and counts from the moment at which it is heard. A brand keeps its
 * incident; the incident of a brand that the plan no longer has ends there and then.
 */
public final class TrackIncidentsFunction
    extends KeyedBroadcastProcessFunction<String, BrandNews, IncidentPlan, Incident> {
  /** The plan in force, where it is another than the job began with. */
  public static final MapStateDescriptor<String, IncidentPlan> PLAN =
      new MapStateDescriptor<>(
          "incident-plan", Types.STRING, TypeInformation.of(IncidentPlan.class));

  private static final String IN_FORCE = "in-force";
  private static final Comparator<Spike> BY_TIME_AND_ID =
      Comparator.comparing(Spike::at).thenComparing(Spike::id);
  private static final ValueStateDescriptor<BrandBook> BOOK =
      new ValueStateDescriptor<>("brand-book", TypeInformation.of(BrandBook.class));

  private IncidentPlan plan;
  private transient Map<String, IncidentTracker> trackers;
  private transient ValueState<BrandBook> bookState;
  private transient ListState<Spike> waitingSpikes;
  private transient ListState<Ack> waitingAcks;

  /**
   * Tracks the brands of a plan. What is told of any other brand is ignored.
   *
   * @param plan in force until another is heard
   */
  @SuppressWarnings("NullAway.Init")
  public TrackIncidentsFunction(IncidentPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    trackers = trackersOf(plan);
    var runtime = getRuntimeContext();
    bookState = runtime.getState(BOOK);
    waitingSpikes =
        runtime.getListState(
            new ListStateDescriptor<>("waiting-spikes", TypeInformation.of(Spike.class)));
    waitingAcks =
        runtime.getListState(
            new ListStateDescriptor<>("waiting-acks", TypeInformation.of(Ack.class)));
  }

  @Override
  public void processBroadcastElement(IncidentPlan heard, Context context, Collector<Incident> out)
      throws Exception {
    context.getBroadcastState(PLAN).put(IN_FORCE, heard);
    follow(heard);
    Instant now = Instant.ofEpochMilli(context.currentWatermark() + 1);
    context.applyToKeyedState(
        BOOK,
        (book, state) -> {
          if (!heard.policies().containsKey(IncidentBookKey.brandOf(book))) {
            emit(IncidentTracker.onBrandGone(state.value(), heard.version(), now), out);
            state.clear();
          }
        });
  }

  @Override
  public void processElement(BrandNews news, ReadOnlyContext context, Collector<Incident> out)
      throws Exception {
    if (news.spike() != null) {
      await(news.spike(), context);
    }
    if (news.ack() != null) {
      follow(context.getBroadcastState(PLAN).get(IN_FORCE));
      take(news.ack(), context, out);
    }
  }

  private void await(Spike spike, ReadOnlyContext context) throws Exception {
    waitingSpikes.add(spike);
    context.timerService().registerEventTimeTimer(spike.at().toEpochMilli() - 1);
    if (spike.phase() == SpikePhase.RAISED && spike.watch().dimension() == Dimension.REGION) {
      long again = IncidentTracker.weighedAgainAt(spike).toEpochMilli();
      context.timerService().registerEventTimeTimer(again - 1);
    }
  }

  private void take(Ack ack, ReadOnlyContext context, Collector<Incident> out) throws Exception {
    if (!trackers.containsKey(ack.brand())) {
      return;
    }
    long now = context.timerService().currentWatermark();
    long stamp = context.timestamp() == null ? now : context.timestamp();
    if (stamp <= now) {
      decide(
          context.getCurrentKey(),
          List.of(),
          List.of(ack),
          Instant.ofEpochMilli(now + 1),
          context,
          out);
    } else {
      waitingAcks.add(ack);
      context.timerService().registerEventTimeTimer(stamp);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Incident> out)
      throws Exception {
    follow(context.getBroadcastState(PLAN).get(IN_FORCE));
    Instant now = Instant.ofEpochMilli(timestamp + 1);
    List<Spike> spikes = take(waitingSpikes, BY_TIME_AND_ID, now, Spike::at);
    List<Ack> acks = take(waitingAcks, Comparator.comparing(Ack::at), now, Ack::at);
    decide(context.getCurrentKey(), spikes, acks, now, context, out);
  }

  private void decide(
      String bookKey,
      List<Spike> spikes,
      List<Ack> acks,
      Instant now,
      ReadOnlyContext context,
      Collector<Incident> out)
      throws Exception {
    IncidentTracker tracker = trackers.get(IncidentBookKey.brandOf(bookKey));
    if (tracker == null) {
      return;
    }
    BrandBook book = bookState.value();
    if (book == null) {
      book = new BrandBook();
    }
    for (List<Spike> moment : byMoment(spikes)) {
      emit(tracker.onSpikes(book, moment), out);
    }
    for (Ack ack : acks) {
      emit(tracker.onAck(book, ack, now), out);
    }
    emit(tracker.onTime(book, now), out);
    emit(tracker.onLeftBurning(book, now), out);
    keep(book, context);
  }

  private void keep(BrandBook book, ReadOnlyContext context) throws Exception {
    if (book.incident == null && book.burning.isEmpty()) {
      bookState.clear();
      return;
    }
    bookState.update(book);
    if (book.resolvesAtMillis != Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(book.resolvesAtMillis - 1);
    }
  }

  @SuppressWarnings("ReferenceEquality") // broadcast state hands out one object until another comes
  private void follow(@Nullable IncidentPlan inForce) {
    if (inForce != null && inForce != plan) {
      plan = inForce;
      trackers = trackersOf(plan);
    }
  }

  private static Map<String, IncidentTracker> trackersOf(IncidentPlan plan) {
    Map<String, IncidentTracker> trackers = new HashMap<>();
    plan.policies()
        .forEach(
            (brand, policy) -> trackers.put(brand, new IncidentTracker(policy, plan.version())));
    return trackers;
  }

  private static Iterable<List<Spike>> byMoment(List<Spike> spikes) {
    return spikes.stream()
        .collect(Collectors.groupingBy(Spike::at, TreeMap::new, Collectors.toList()))
        .values();
  }

  private static void emit(@Nullable Incident incident, Collector<Incident> out) {
    if (incident != null) {
      out.collect(incident);
    }
  }

  private interface TimeOf<T> {
    Instant of(T value);
  }

  private static <T> List<T> take(
      ListState<T> waiting, Comparator<T> order, Instant now, TimeOf<T> time) throws Exception {
    List<T> due = new ArrayList<>();
    List<T> later = new ArrayList<>();
    for (T value : waiting.get()) {
      (time.of(value).isAfter(now) ? later : due).add(value);
    }
    waiting.update(later);
    due.sort(order);
    return due;
  }
}
