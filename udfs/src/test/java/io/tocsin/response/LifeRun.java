package io.tocsin.response;

import io.tocsin.incident.Ack;
import io.tocsin.incident.BrandNews;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentPlan;
import io.tocsin.incident.LinkIncidentsFunction;
import io.tocsin.incident.TrackIncidentsFunction;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.spike.Spike;
import io.tocsin.testing.KeyedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** The operators from spikes to pages, one behind the other, that may crash and come back. */
final class LifeRun implements AutoCloseable {
  /** What left, again where it was done again after a crash. */
  final List<Page> pages = new ArrayList<>();

  /** Each incident as it was told last, by brand. */
  final Map<String, Incident> incidents = new TreeMap<>();

  /** Every change of an incident, again where it was done again after a crash. */
  final List<Incident> changes = new ArrayList<>();

  private KeyedBroadcastOperatorTestHarness<String, BrandNews, IncidentPlan, Incident> track;
  private KeyedBroadcastOperatorTestHarness<String, BrandNews, IncidentPlan, Incident> link;
  private KeyedBroadcastOperatorTestHarness<String, Incident, PlanNotice, Page> respond;
  private int tracked;
  private int linked;
  private int responded;

  /** Where all three stood at one moment. */
  record Snapshot(
      OperatorSubtaskState track, OperatorSubtaskState link, OperatorSubtaskState respond) {}

  LifeRun(CrisisPlan plan) throws Exception {
    create(plan);
    track.open();
    link.open();
    respond.open();
  }

  private void create(CrisisPlan plan) throws Exception {
    IncidentPlan incidents = plan.incidents();
    track =
        harness(
            new TrackIncidentsFunction(incidents), TrackIncidentsFunction.PLAN, BrandNews::bookKey);
    link =
        harness(
            new LinkIncidentsFunction(incidents),
            TrackIncidentsFunction.PLAN,
            news -> LinkIncidentsFunction.ALL);
    respond = harness(new RespondFunction(plan), RespondFunction.PLAN, Incident::brand);
    tracked = 0;
    linked = 0;
    responded = 0;
  }

  private static <I, P, O> KeyedBroadcastOperatorTestHarness<String, I, P, O> harness(
      KeyedBroadcastProcessFunction<String, I, P, O> function,
      MapStateDescriptor<String, P> plan,
      KeySelector<I, String> key)
      throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(function, List.of(plan)), key, Types.STRING, 1, 1, 0);
  }

  /** Hears of a plan; what it says of responses stays as it was. */
  void hear(IncidentPlan plan) throws Exception {
    track.processBroadcastElement(plan, 0);
    link.processBroadcastElement(plan, 0);
    pump();
  }

  Snapshot snapshot() throws Exception {
    return new Snapshot(track.snapshot(1, 1), link.snapshot(1, 1), respond.snapshot(1, 1));
  }

  /** Loses all since the snapshot, and comes back with this plan. */
  void crash(Snapshot from, CrisisPlan plan) throws Exception {
    close();
    create(plan);
    track.initializeState(from.track());
    link.initializeState(from.link());
    respond.initializeState(from.respond());
    track.open();
    link.open();
    respond.open();
  }

  /** Takes a spike or what a person did, at a moment of event time. */
  void take(Object event) throws Exception {
    if (event instanceof Spike spike) {
      track.processElement(BrandNews.of(spike), spike.at().toEpochMilli());
    } else if (event instanceof Ack ack) {
      track.processElement(BrandNews.of(ack), ack.at().toEpochMilli());
      link.processElement(BrandNews.of(ack), ack.at().toEpochMilli());
    }
    pump();
  }

  /** Lets event time go on, as every timer on the way to then wants it. */
  void until(Instant time) throws Exception {
    watermark(track, time);
    watermark(link, time);
    watermark(respond, time);
  }

  private void watermark(KeyedBroadcastOperatorTestHarness<?, ?, ?, ?> harness, Instant time)
      throws Exception {
    harness.processBroadcastWatermark(time.toEpochMilli());
    harness.processWatermark(time.toEpochMilli());
    pump();
  }

  private void pump() throws Exception {
    List<Incident> told = track.extractOutputValues();
    while (tracked < told.size()) {
      link.processElement(BrandNews.of(told.get(tracked++)), 0);
    }
    List<Incident> tied = link.extractOutputValues();
    while (linked < tied.size()) {
      Incident incident = tied.get(linked++);
      changes.add(incident);
      incidents.put(incident.brand(), incident);
      respond.processElement(incident, 0);
      pages();
    }
    pages();
  }

  private void pages() {
    List<Page> decided = respond.extractOutputValues();
    while (responded < decided.size()) {
      pages.add(decided.get(responded++));
    }
  }

  /** What is left in state and timers. */
  int leftovers() {
    return KeyedState.entriesOf(track)
        + track.numEventTimeTimers()
        + KeyedState.entriesOf(link)
        + link.numEventTimeTimers()
        + KeyedState.entriesOf(respond)
        + respond.numEventTimeTimers();
  }

  @Override
  public void close() throws Exception {
    track.close();
    link.close();
    respond.close();
  }
}
