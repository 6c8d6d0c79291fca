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
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link IncidentTracker} take the spikes and acknowledgements of each brand, and apart from
 * them those of each drill, in the order of event time, whichever input brought them first. An
 * acknowledgement that is stamped before the watermark is taken at once.
 */
public final class TrackIncidentsFunction
    extends KeyedCoProcessFunction<String, Spike, Ack, Incident> {
  private static final Comparator<Spike> BY_TIME_AND_ID =
      Comparator.comparing(Spike::at).thenComparing(Spike::id);

  private final Map<String, IncidentPolicy> policies;
  private transient Map<String, IncidentTracker> trackers;
  private transient ValueState<BrandBook> bookState;
  private transient ListState<Spike> waitingSpikes;
  private transient ListState<Ack> waitingAcks;

  /**
   * Tracks these brands.
   *
   * @param policies by brand; an acknowledgement of any other brand is ignored
   */
  @SuppressWarnings("NullAway.Init")
  public TrackIncidentsFunction(Map<String, IncidentPolicy> policies) {
    this.policies = Map.copyOf(policies);
  }

  @Override
  public void open(OpenContext context) {
    trackers = new HashMap<>();
    policies.forEach((brand, policy) -> trackers.put(brand, new IncidentTracker(policy)));
    var runtime = getRuntimeContext();
    bookState =
        runtime.getState(
            new ValueStateDescriptor<>("brand-book", TypeInformation.of(BrandBook.class)));
    waitingSpikes =
        runtime.getListState(
            new ListStateDescriptor<>("waiting-spikes", TypeInformation.of(Spike.class)));
    waitingAcks =
        runtime.getListState(
            new ListStateDescriptor<>("waiting-acks", TypeInformation.of(Ack.class)));
  }

  @Override
  public void processElement1(Spike spike, Context context, Collector<Incident> out)
      throws Exception {
    waitingSpikes.add(spike);
    context.timerService().registerEventTimeTimer(spike.at().toEpochMilli() - 1);
    if (spike.phase() == SpikePhase.RAISED && spike.watch().dimension() == Dimension.REGION) {
      long again = IncidentTracker.weighedAgainAt(spike).toEpochMilli();
      context.timerService().registerEventTimeTimer(again - 1);
    }
  }

  @Override
  public void processElement2(Ack ack, Context context, Collector<Incident> out) throws Exception {
    if (!policies.containsKey(ack.brand())) {
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
      Context context,
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

  private void keep(BrandBook book, Context context) throws Exception {
    if (book.incident == null && book.burning.isEmpty()) {
      bookState.clear();
      return;
    }
    bookState.update(book);
    if (book.resolvesAtMillis != Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(book.resolvesAtMillis - 1);
    }
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
