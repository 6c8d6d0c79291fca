package io.tocsin.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link IncidentLinker} see the incidents of all brands, and what people merge, in the order
 * of event time. All have one key: incidents are few.
 *
 * <p>A plan is broadcast and counts from the moment at which it is heard; what is tied stays so.
 */
public final class LinkIncidentsFunction
    extends KeyedBroadcastProcessFunction<String, BrandNews, IncidentPlan, Incident> {
  /** The one key. */
  public static final String ALL = "all";

  private static final Comparator<Incident> BY_TIME_AND_ID =
      Comparator.comparing(Incident::at).thenComparing(Incident::id);

  private IncidentPlan plan;
  private transient IncidentLinker linker;
  private transient ValueState<LinkBook> bookState;
  private transient ListState<Incident> waitingIncidents;
  private transient ListState<Ack> waitingAcks;

  /**
   * Ties incidents of the brands of a plan.
   *
   * @param plan in force until another is heard
   */
  @SuppressWarnings("NullAway.Init")
  public LinkIncidentsFunction(IncidentPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    linker = new IncidentLinker(plan.kin());
    var runtime = getRuntimeContext();
    bookState =
        runtime.getState(
            new ValueStateDescriptor<>("link-book", TypeInformation.of(LinkBook.class)));
    waitingIncidents =
        runtime.getListState(
            new ListStateDescriptor<>("waiting-incidents", TypeInformation.of(Incident.class)));
    waitingAcks =
        runtime.getListState(
            new ListStateDescriptor<>("waiting-acks", TypeInformation.of(Ack.class)));
  }

  @Override
  public void processBroadcastElement(IncidentPlan heard, Context context, Collector<Incident> out)
      throws Exception {
    context
        .getBroadcastState(TrackIncidentsFunction.PLAN)
        .put(TrackIncidentsFunction.IN_FORCE, heard);
  }

  @Override
  public void processElement(BrandNews news, ReadOnlyContext context, Collector<Incident> out)
      throws Exception {
    follow(context);
    if (news.incident() != null) {
      take(news.incident(), context, out);
    }
    if (news.ack() != null) {
      take(news.ack(), context, out);
    }
  }

  private void take(Incident incident, ReadOnlyContext context, Collector<Incident> out)
      throws Exception {
    long due = incident.at().toEpochMilli() - 1;
    if (due <= context.timerService().currentWatermark()) {
      decide(List.of(incident), List.of(), incident.at(), context, out);
    } else {
      waitingIncidents.add(incident);
      context.timerService().registerEventTimeTimer(due);
    }
  }

  private void take(Ack ack, ReadOnlyContext context, Collector<Incident> out) throws Exception {
    if (!ack.action().links()) {
      return;
    }
    long now = context.timerService().currentWatermark();
    long stamp = context.timestamp() == null ? now : context.timestamp();
    if (stamp <= now) {
      decide(List.of(), List.of(ack), Instant.ofEpochMilli(now + 1), context, out);
    } else {
      waitingAcks.add(ack);
      context.timerService().registerEventTimeTimer(stamp);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Incident> out)
      throws Exception {
    follow(context);
    Instant now = Instant.ofEpochMilli(timestamp + 1);
    List<Incident> incidents =
        TrackIncidentsFunction.take(waitingIncidents, BY_TIME_AND_ID, now, Incident::at);
    List<Ack> acks =
        TrackIncidentsFunction.take(waitingAcks, Comparator.comparing(Ack::at), now, Ack::at);
    decide(incidents, acks, now, context, out);
  }

  private void decide(
      List<Incident> incidents,
      List<Ack> acks,
      Instant now,
      ReadOnlyContext context,
      Collector<Incident> out)
      throws Exception {
    LinkBook book = bookState.value();
    if (book == null) {
      book = new LinkBook();
    }
    for (Incident incident : incidents) {
      linker.onIncident(book, incident).forEach(out::collect);
    }
    for (Ack ack : acks) {
      IncidentLinker.Merging merging = linker.onAck(book, ack, now);
      context.output(TrackIncidentsFunction.RECEIPTS, merging.receipt());
      merging.incidents().forEach(out::collect);
    }
    if (book.open.isEmpty()) {
      bookState.clear();
    } else {
      bookState.update(book);
    }
  }

  @SuppressWarnings("ReferenceEquality") // broadcast state hands out one object until another comes
  private void follow(ReadOnlyContext context) throws Exception {
    @Nullable IncidentPlan inForce =
        context.getBroadcastState(TrackIncidentsFunction.PLAN).get(TrackIncidentsFunction.IN_FORCE);
    if (inForce != null && inForce != plan) {
      plan = inForce;
      linker = new IncidentLinker(plan.kin());
    }
  }
}
