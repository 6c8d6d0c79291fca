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
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link IncidentTracker} take the spikes of each brand and {@link PeopleActions} what people
 * do, and apart from them those of each drill, in the order of event time, whichever came first. An
 * acknowledgement that is stamped before the watermark is taken at once. What concerns the
 * incidents of two brands is not for it: {@link LinkIncidentsFunction} takes that.
 *
 * <p>A plan is broadcast and counts from the moment at which it is heard. A brand keeps its
 * incident, and what its plan says of the time that it has lasted holds at once; the incident of a
 * brand that the plan no longer has ends there and then.
 */
public final class TrackIncidentsFunction
    extends KeyedBroadcastProcessFunction<String, BrandNews, IncidentPlan, Incident> {
  /** The plan in force, where it is another than the job began with. */
  public static final MapStateDescriptor<String, IncidentPlan> PLAN =
      new MapStateDescriptor<>(
          "incident-plan", Types.STRING, TypeInformation.of(IncidentPlan.class));

  static final String IN_FORCE = "in-force";
  private static final Comparator<Spike> BY_TIME_AND_ID =
      Comparator.comparing(Spike::at).thenComparing(Spike::id);
  private static final ValueStateDescriptor<BrandBook> BOOK =
      new ValueStateDescriptor<>("brand-book", TypeInformation.of(BrandBook.class));

  /** What became of what people did. */
  public static final OutputTag<AckReceipt> RECEIPTS =
      new OutputTag<>("ack-receipts", TypeInformation.of(AckReceipt.class));

  private IncidentPlan plan;
  private transient Map<String, IncidentTracker> trackers;
  private transient Map<String, PeopleActions> people;
  private transient ValueState<BrandBook> bookState;
  private transient ListState<Spike> waitingSpikes;
  private transient ListState<Ack> waitingAcks;

  /**
   * Tracks the brands of a plan. What is told of any other brand is ignored.
   *
   * @param plan in force until another is heard; what is done to a brand that it lacks is refused
   */
  @SuppressWarnings("NullAway.Init")
  public TrackIncidentsFunction(IncidentPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    track(plan);
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
          IncidentTracker tracker = trackers.get(IncidentBookKey.brandOf(book));
          if (tracker == null) {
            emit(IncidentTracker.onBrandGone(state.value(), heard.version(), now), out);
            state.clear();
          } else {
            BrandBook known = state.value();
            emitDue(tracker, known, now, out);
            state.update(known);
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
    if (ack.action().links()) {
      return;
    }
    long now = context.timerService().currentWatermark();
    Instant next = Instant.ofEpochMilli(Math.max(now, -1) + 1);
    if (!trackers.containsKey(ack.brand())) {
      context.output(RECEIPTS, AckReceipt.of(ack, AckAnswer.UNKNOWN_BRAND, next));
      return;
    }
    long stamp = context.timestamp() == null ? now : context.timestamp();
    if (stamp <= now) {
      decide(context.getCurrentKey(), List.of(), List.of(ack), next, context, out);
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
    PeopleActions hands = people.get(IncidentBookKey.brandOf(bookKey));
    if (tracker == null || hands == null) {
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
      ActionResult result = hands.take(book, ack, now);
      context.output(RECEIPTS, result.receipt());
      emit(result.incident(), out);
    }
    emitDue(tracker, book, now, out);
    emit(tracker.onLeftBurning(book, now), out);
    keep(book, tracker.nextLookMillis(book, now), context);
  }

  private void keep(BrandBook book, long dueMillis, ReadOnlyContext context) throws Exception {
    if (book.isEmpty()) {
      bookState.clear();
      return;
    }
    bookState.update(book);
    if (dueMillis != Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(dueMillis - 1);
    }
  }

  @SuppressWarnings("ReferenceEquality") // broadcast state hands out one object until another comes
  private void follow(@Nullable IncidentPlan inForce) {
    if (inForce != null && inForce != plan) {
      track(inForce);
    }
  }

  private void track(IncidentPlan inForce) {
    plan = inForce;
    trackers = new HashMap<>();
    people = new HashMap<>();
    inForce.policies().forEach((brand, policy) -> track(brand, policy, inForce.version()));
  }

  private void track(String brand, IncidentPolicy policy, String version) {
    trackers.put(brand, new IncidentTracker(policy, version));
    people.put(brand, new PeopleActions(policy, version));
  }

  private static Iterable<List<Spike>> byMoment(List<Spike> spikes) {
    return spikes.stream()
        .collect(Collectors.groupingBy(Spike::at, TreeMap::new, Collectors.toList()))
        .values();
  }

  private static void emitDue(
      IncidentTracker tracker, BrandBook book, Instant now, Collector<Incident> out) {
    Incident due = tracker.onTime(book, now);
    while (due != null) {
      out.collect(due);
      due = tracker.onTime(book, now);
    }
  }

  private static void emit(@Nullable Incident incident, Collector<Incident> out) {
    if (incident != null) {
      out.collect(incident);
    }
  }

  /** When a value counts. */
  interface TimeOf<T> {
    Instant of(T value);
  }

  /** Takes what is due out of what waits, in this order. */
  static <T> List<T> take(ListState<T> waiting, Comparator<T> order, Instant now, TimeOf<T> time)
      throws Exception {
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
