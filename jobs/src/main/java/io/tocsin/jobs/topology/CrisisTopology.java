package io.tocsin.jobs.topology;

import io.tocsin.feed.FeedPulse;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Ack;
import io.tocsin.incident.BrandNews;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentBookKey;
import io.tocsin.incident.LinkIncidentsFunction;
import io.tocsin.incident.TrackIncidentsFunction;
import io.tocsin.jobs.config.WindowSettings;
import io.tocsin.jobs.operator.DropRepeatsOperator;
import io.tocsin.jobs.operator.NeverIdleOperator;
import io.tocsin.jobs.operator.PackedSerializer;
import io.tocsin.mention.BrandMention;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.SplitParsedFunction;
import io.tocsin.response.Page;
import io.tocsin.response.Redirect;
import io.tocsin.response.RespondFunction;
import io.tocsin.response.live.MatchBrandsFunction;
import io.tocsin.response.overflow.BalanceQueuesFunction;
import io.tocsin.response.overflow.QueueNews;
import io.tocsin.response.overflow.TakeNewsFunction;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.ScorerFactory;
import io.tocsin.spike.DetectSpikesFunction;
import io.tocsin.spike.DetectorNews;
import io.tocsin.spike.DetectorPolicy;
import io.tocsin.spike.Spike;
import io.tocsin.spike.feed.WatchFeedFunction;
import io.tocsin.window.DropLateFunction;
import io.tocsin.window.Pane;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The critical path in one graph and one checkpoint: no Kafka hop between a mention and its page.
 *
 * <pre>
 * records -> split -> match brands -> drop repeats -> score --------------> scored mentions
 *              |  \                                     |
 *              |   pulses -> watch feed --> feed        v drop late
 *              v dead letters     |                   sum into panes, BEFORE the shuffle;
 *                                 |                   of late ones only their number
 *                                                       |  by watch
 *                                                       v
 *                                 +- broadcast ------> detect spikes ------> spikes
 *                                                       |  by brand
 *                                        acks --------> v
 *                                          |          track incidents ----> ack receipts
 *                                          |            |  all brands
 *                                          +----------> v
 *                                                     link incidents -----> incidents
 *                                                       |  by brand
 *                                                       v
 *                                                     respond ------------> pages
 *                                                       |  incidents
 *                      assignments, responses --------> v
 *                                                     balance queues -----> redirects
 *
 * plans -> check plans -> broadcast: to detection, incidents, links, response and queues;
 *             |           matching has its own feed
 *             +---------------------------------------------------------> plan reports
 *
 * every stage -> KPI changes, summed before the shuffle -> count KPIs ----> kpis
 * </pre>
 */
public final class CrisisTopology {
  private final PlanStreams plans;
  private final WindowSettings windows;
  private final MentionStages stages;

  private CrisisTopology(PlanStreams plans, ScorerFactory scorer, WindowSettings windows) {
    this.plans = plans;
    this.windows = windows;
    this.stages = new MentionStages(plans.first().matching(), plans.feed(), scorer, windows);
  }

  /**
   * Defines the flow.
   *
   * @param plans what was accepted
   */
  public static CrisisStreams define(
      CrisisInputs inputs, PlanStreams plans, ScorerFactory scorer, WindowSettings windows) {
    return new CrisisTopology(plans, scorer, windows).flow(inputs);
  }

  private CrisisStreams flow(CrisisInputs inputs) {
    DataStream<ParsedRecord> records = inputs.records();
    SingleOutputStreamOperator<Mention> mentions = MentionStages.split(records);
    SingleOutputStreamOperator<FeedReport> feed = watchFeed(stages.sumPulses(mentions));
    SingleOutputStreamOperator<BrandMention> matched = stages.matchBrands(mentions);
    SingleOutputStreamOperator<BrandMention> fresh = stages.dropRepeats(matched);
    SingleOutputStreamOperator<ScoredMention> scored = stages.score(fresh);
    SingleOutputStreamOperator<ScoredMention> onTime = stages.dropLate(scored);
    SingleOutputStreamOperator<Pane> panes = stages.sumIntoPanes(onTime);
    var late = onTime.getSideOutput(DropLateFunction.LATE);
    SingleOutputStreamOperator<Spike> spikes =
        detectSpikes(panes.union(stages.countLate(late)), feed);
    DataStream<BrandNews> done = tell(inputs.acks());
    SingleOutputStreamOperator<Incident> tracked = trackIncidents(spikes, done);
    SingleOutputStreamOperator<Incident> incidents = linkIncidents(tracked, done);
    SingleOutputStreamOperator<Page> pages = respond(incidents);
    SingleOutputStreamOperator<Redirect> redirects = balanceQueues(incidents, inputs);

    var deadLetters = mentions.getSideOutput(SplitParsedFunction.REJECTED);
    var unmatched = matched.getSideOutput(MatchBrandsFunction.UNMATCHED);
    var repeats = fresh.getSideOutput(DropRepeatsOperator.REPEATS);
    var baselines = spikes.getSideOutput(DetectSpikesFunction.BASELINES);
    var looks = spikes.getSideOutput(DetectSpikesFunction.LOOKS);
    var queues = redirects.getSideOutput(BalanceQueuesFunction.REPORTS);
    var tickets = redirects.getSideOutput(BalanceQueuesFunction.STEPS);
    var ackReceipts =
        tracked
            .getSideOutput(TrackIncidentsFunction.RECEIPTS)
            .union(incidents.getSideOutput(TrackIncidentsFunction.RECEIPTS));

    var kpis =
        new KpiTopology(windows.kpiMillis())
            .read(records)
            .rejected(deadLetters)
            .feed(feed)
            .unmatched(unmatched)
            .repeated(repeats)
            .accepted(fresh)
            .scored(scored)
            .late(late)
            .panes(panes)
            .places(panes, tickets)
            .looks(looks)
            .spikes(spikes)
            .incidents(incidents)
            .pages(pages)
            .redirects(redirects)
            .queues(queues)
            .tickets(tickets)
            .count();
    return new CrisisStreams(
        deadLetters,
        feed,
        scored,
        spikes,
        incidents,
        ackReceipts,
        pages,
        redirects,
        kpis,
        baselines,
        plans.reports());
  }

  /** One subtask sees the whole firehose's pulse: a few small records a slide. */
  private SingleOutputStreamOperator<FeedReport> watchFeed(DataStream<FeedPulse> pulses) {
    return named(
        pulses
            .keyBy(pulse -> WatchFeedFunction.THE_FEED)
            .process(new WatchFeedFunction(windows.slideMillis()))
            .setParallelism(1),
        OperatorId.WATCH_FEED);
  }

  private static SingleOutputStreamOperator<DetectorNews> awaited(DataStream<FeedReport> feed) {
    DataStream<DetectorNews> told =
        named(
            feed.map(DetectorNews::of)
                .returns(TypeInformation.of(DetectorNews.class))
                .setParallelism(1),
            OperatorId.TELL_FEED);
    return named(
        told.transform(
                OperatorId.AWAIT_FEED.title(),
                TypeInformation.of(DetectorNews.class),
                new NeverIdleOperator<>())
            .setParallelism(1),
        OperatorId.AWAIT_FEED);
  }

  private SingleOutputStreamOperator<Spike> detectSpikes(
      DataStream<Pane> panes, DataStream<FeedReport> feed) {
    DetectorPolicy policy = DetectorPolicy.standard(windows.slideMillis());
    return named(
        panes
            .keyBy(pane -> pane.watch().key())
            .connect(
                awaited(feed)
                    .union(plans.detection())
                    .broadcast(DetectSpikesFunction.FEED_GAPS, DetectSpikesFunction.PLAN))
            .process(
                new DetectSpikesFunction(policy, plans.first().detection(), PackedSerializer::new)),
        OperatorId.DETECT_SPIKES);
  }

  private static DataStream<BrandNews> tell(DataStream<Ack> acks) {
    return named(
        acks.map((Ack ack) -> BrandNews.of(ack)).returns(TypeInformation.of(BrandNews.class)),
        OperatorId.TELL_ACKS);
  }

  private SingleOutputStreamOperator<Incident> trackIncidents(
      DataStream<Spike> spikes, DataStream<BrandNews> acks) {
    DataStream<BrandNews> told =
        named(
            spikes
                .map((Spike spike) -> BrandNews.of(spike))
                .returns(TypeInformation.of(BrandNews.class)),
            OperatorId.TELL_SPIKES);
    return named(
        told.union(acks)
            .keyBy(BrandNews::bookKey)
            .connect(plans.incidents().broadcast(TrackIncidentsFunction.PLAN))
            .process(new TrackIncidentsFunction(plans.first().incidents())),
        OperatorId.TRACK_INCIDENTS);
  }

  /** One subtask sees the incidents of all brands: they are few. */
  private SingleOutputStreamOperator<Incident> linkIncidents(
      DataStream<Incident> incidents, DataStream<BrandNews> acks) {
    DataStream<BrandNews> told =
        named(
            incidents
                .map((Incident incident) -> BrandNews.of(incident))
                .returns(TypeInformation.of(BrandNews.class)),
            OperatorId.TELL_TRACKED);
    return named(
        told.union(acks)
            .keyBy(news -> LinkIncidentsFunction.ALL)
            .connect(plans.incidents().broadcast(TrackIncidentsFunction.PLAN))
            .process(new LinkIncidentsFunction(plans.first().incidents()))
            .setParallelism(1),
        OperatorId.LINK_INCIDENTS);
  }

  private SingleOutputStreamOperator<Page> respond(DataStream<Incident> incidents) {
    return named(
        incidents
            .keyBy(incident -> IncidentBookKey.of(incident.brand(), incident.drill()))
            .connect(plans.accepted().broadcast(RespondFunction.PLAN))
            .process(new RespondFunction(plans.first())),
        OperatorId.RESPOND);
  }

  private SingleOutputStreamOperator<Redirect> balanceQueues(
      DataStream<Incident> incidents, CrisisInputs inputs) {
    DataStream<QueueNews> assignments =
        named(
            inputs.assignments().process(TakeNewsFunction.ofAssignments()),
            OperatorId.TAKE_ASSIGNMENTS);
    DataStream<QueueNews> responses =
        named(
            inputs.responses().process(TakeNewsFunction.ofResponses()), OperatorId.TAKE_RESPONSES);
    DataStream<QueueNews> ofIncidents =
        named(
            incidents
                .map((Incident incident) -> QueueNews.of(incident))
                .returns(TypeInformation.of(QueueNews.class)),
            OperatorId.TELL_INCIDENTS);
    return named(
        ofIncidents
            .union(assignments, responses)
            .keyBy(QueueNews::bookKey)
            .connect(plans.accepted().broadcast(BalanceQueuesFunction.PLAN))
            .process(new BalanceQueuesFunction(plans.first())),
        OperatorId.BALANCE_QUEUES);
  }

  static <T> SingleOutputStreamOperator<T> named(
      SingleOutputStreamOperator<T> operator, OperatorId id) {
    return operator.uid(id.uid()).name(id.title());
  }
}
