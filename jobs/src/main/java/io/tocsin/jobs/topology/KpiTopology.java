package io.tocsin.jobs.topology;

import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Incident;
import io.tocsin.jobs.operator.PartialSums;
import io.tocsin.jobs.operator.SumKpis;
import io.tocsin.jobs.operator.SumPartiallyOperator;
import io.tocsin.jobs.operator.SumScorings;
import io.tocsin.kpi.CountKpisFunction;
import io.tocsin.kpi.Kpi;
import io.tocsin.kpi.KpiDelta;
import io.tocsin.kpi.KpiDeltas;
import io.tocsin.kpi.NamePlacesFunction;
import io.tocsin.mention.BrandMention;
import io.tocsin.mention.DeadLetter;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.Page;
import io.tocsin.response.Redirect;
import io.tocsin.response.overflow.QueueReport;
import io.tocsin.response.overflow.TicketStep;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.spike.BrandLook;
import io.tocsin.spike.Spike;
import io.tocsin.window.Pane;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The KPI stage: what each stage of the flow changes is summed where it happens, chained to that
 * stage, and only the sums are shuffled.
 */
final class KpiTopology {
  private final long kpiMillis;
  private final List<DataStream<KpiDelta>> changes = new ArrayList<>();

  /**
   * A stage that counts nothing yet.
   *
   * @param kpiMillis how long, in event time, changes are summed before the shuffle and until a
   *     series is written
   */
  KpiTopology(long kpiMillis) {
    this.kpiMillis = kpiMillis;
  }

  KpiTopology read(DataStream<ParsedRecord> records) {
    return sumChanges(records, OperatorId.COUNT_READ, KpiDeltas::ofRead);
  }

  KpiTopology rejected(DataStream<DeadLetter> letters) {
    return sumChanges(letters, OperatorId.COUNT_REJECTED, KpiDeltas::ofRejected);
  }

  KpiTopology feed(DataStream<FeedReport> reports) {
    return sumChanges(reports, OperatorId.COUNT_FEED_GAPS, KpiDeltas::ofFeed);
  }

  KpiTopology unmatched(DataStream<Mention> mentions) {
    return sumChanges(mentions, OperatorId.COUNT_UNMATCHED, KpiDeltas::ofUnmatched);
  }

  KpiTopology repeated(DataStream<BrandMention> mentions) {
    return sumChanges(
        mentions, OperatorId.COUNT_REPEATED, matched -> KpiDeltas.ofRepeated(matched.mention()));
  }

  KpiTopology accepted(DataStream<BrandMention> mentions) {
    return sumChanges(
        mentions, OperatorId.COUNT_ACCEPTED, matched -> KpiDeltas.ofAccepted(matched.mention()));
  }

  KpiTopology scored(DataStream<ScoredMention> mentions) {
    return sum(mentions, OperatorId.COUNT_SCORED, SumScorings::new);
  }

  KpiTopology late(DataStream<ScoredMention> mentions) {
    return sumChanges(mentions, OperatorId.COUNT_LATE, KpiDeltas::ofLate);
  }

  KpiTopology panes(DataStream<Pane> panes) {
    return sumChanges(panes, OperatorId.COUNT_PANES, KpiDeltas::ofPane);
  }

  KpiTopology spikes(DataStream<Spike> spikes) {
    return sumChanges(spikes, OperatorId.COUNT_SPIKES, KpiDeltas::ofSpike);
  }

  KpiTopology incidents(DataStream<Incident> incidents) {
    return sumChanges(incidents, OperatorId.COUNT_INCIDENTS, KpiDeltas::ofIncident);
  }

  KpiTopology pages(DataStream<Page> pages) {
    return sumChanges(pages, OperatorId.COUNT_PAGES, KpiDeltas::ofPage);
  }

  KpiTopology redirects(DataStream<Redirect> redirects) {
    return sumChanges(redirects, OperatorId.COUNT_REDIRECTS, KpiDeltas::ofRedirect);
  }

  KpiTopology queues(DataStream<QueueReport> reports) {
    return sumChanges(reports, OperatorId.COUNT_QUEUES, KpiDeltas::ofQueue);
  }

  KpiTopology tickets(DataStream<TicketStep> steps) {
    return sumChanges(steps, OperatorId.COUNT_TICKETS, KpiDeltas::ofTicket);
  }

  KpiTopology looks(DataStream<BrandLook> looks) {
    return sumChanges(looks, OperatorId.COUNT_LOOKS, KpiDeltas::ofLook);
  }

  /** What is counted by location, of which only the busiest have a name. */
  KpiTopology places(DataStream<Pane> panes, DataStream<TicketStep> steps) {
    long sliceMillis = kpiMillis;
    DataStream<KpiDelta> byPlace =
        summed(panes, OperatorId.COUNT_PLACES, () -> new SumKpis<>(sliceMillis, KpiDeltas::ofPlace))
            .union(
                summed(
                    steps,
                    OperatorId.COUNT_TICKET_PLACES,
                    () -> new SumKpis<>(sliceMillis, KpiDeltas::ofTicketPlace)));
    changes.add(
        CrisisTopology.named(
            byPlace
                .keyBy(delta -> delta.labels().get("brand"))
                .process(new NamePlacesFunction(kpiMillis)),
            OperatorId.NAME_PLACES));
    return this;
  }

  /** The present values of all series. */
  DataStream<Kpi> count() {
    DataStream<KpiDelta> first = changes.get(0);
    @SuppressWarnings({"unchecked", "rawtypes"})
    DataStream<KpiDelta>[] others = changes.subList(1, changes.size()).toArray(new DataStream[0]);
    return CrisisTopology.named(
        first.union(others).keyBy(KpiDelta::series).process(new CountKpisFunction(kpiMillis)),
        OperatorId.COUNT_KPIS);
  }

  private <T> KpiTopology sumChanges(
      DataStream<T> stream, OperatorId id, SumKpis.Counting<T> counting) {
    long sliceMillis = kpiMillis;
    return sum(stream, id, () -> new SumKpis<>(sliceMillis, counting));
  }

  private <T> KpiTopology sum(
      DataStream<T> stream, OperatorId id, PartialSums.Factory<T, KpiDelta> sums) {
    changes.add(summed(stream, id, sums));
    return this;
  }

  /** In as many subtasks as the stage, so that what is told of one brand stays in its order. */
  private <T> DataStream<KpiDelta> summed(
      DataStream<T> stream, OperatorId id, PartialSums.Factory<T, KpiDelta> sums) {
    return CrisisTopology.named(
        stream
            .transform(
                id.title(),
                TypeInformation.of(KpiDelta.class),
                new SumPartiallyOperator<>(sums, kpiMillis, true))
            .setParallelism(stream.getParallelism()),
        id);
  }
}
