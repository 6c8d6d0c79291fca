package io.tocsin.jobs.topology;

import io.tocsin.feed.FeedPulse;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentBookKey;
import io.tocsin.incident.IncidentPolicy;
import io.tocsin.incident.TrackIncidentsFunction;
import io.tocsin.jobs.config.WindowSettings;
import io.tocsin.jobs.operator.DropRepeatsOperator;
import io.tocsin.jobs.operator.NeverIdleOperator;
import io.tocsin.mention.BrandMention;
import io.tocsin.mention.MatchBrandsFunction;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.SplitParsedFunction;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Page;
import io.tocsin.response.RespondFunction;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.ScorerFactory;
import io.tocsin.spike.BrandRules;
import io.tocsin.spike.DetectSpikesFunction;
import io.tocsin.spike.DetectorPolicy;
import io.tocsin.spike.Spike;
import io.tocsin.spike.feed.WatchFeedFunction;
import io.tocsin.window.DropLateFunction;
import io.tocsin.window.Pane;
import java.util.Map;
import java.util.stream.Collectors;
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
 *                                                     track incidents ----> incidents
 *                                                       v
 *                                                     respond ------------> pages, redirects
 *
 * every stage -> KPI changes, summed before the shuffle -> count KPIs ----> kpis
 * </pre>
 */
public final class CrisisTopology {
  private final CrisisPlan plan;
  private final WindowSettings windows;
  private final MentionStages stages;

  private CrisisTopology(CrisisPlan plan, ScorerFactory scorer, WindowSettings windows) {
    this.plan = plan;
    this.windows = windows;
    this.stages = new MentionStages(plan, scorer, windows);
  }

  /**
   * Defines the flow.
   *
   * @param records the firehose, with event times and watermarks
   * @param acks what people took; must not hold the watermark back
   */
  public static CrisisStreams define(
      DataStream<ParsedRecord> records,
      DataStream<Ack> acks,
      CrisisPlan plan,
      ScorerFactory scorer,
      WindowSettings windows) {
    return new CrisisTopology(plan, scorer, windows).flow(records, acks);
  }

  private CrisisStreams flow(DataStream<ParsedRecord> records, DataStream<Ack> acks) {
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
    SingleOutputStreamOperator<Incident> incidents = trackIncidents(spikes, acks);
    SingleOutputStreamOperator<Page> pages = respond(incidents);

    var deadLetters = mentions.getSideOutput(SplitParsedFunction.REJECTED);
    var unmatched = matched.getSideOutput(MatchBrandsFunction.UNMATCHED);
    var repeats = fresh.getSideOutput(DropRepeatsOperator.REPEATS);
    var baselines = spikes.getSideOutput(DetectSpikesFunction.BASELINES);
    var redirects = pages.getSideOutput(RespondFunction.REDIRECTS);

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
            .spikes(spikes)
            .incidents(incidents)
            .pages(pages)
            .redirects(redirects)
            .count();
    return new CrisisStreams(
        deadLetters, feed, scored, spikes, incidents, pages, redirects, kpis, baselines);
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

  private static SingleOutputStreamOperator<FeedReport> awaited(DataStream<FeedReport> feed) {
    return named(
        feed.transform(
                OperatorId.AWAIT_FEED.title(),
                TypeInformation.of(FeedReport.class),
                new NeverIdleOperator<>())
            .setParallelism(1),
        OperatorId.AWAIT_FEED);
  }

  private SingleOutputStreamOperator<Spike> detectSpikes(
      DataStream<Pane> panes, DataStream<FeedReport> feed) {
    DetectorPolicy policy = DetectorPolicy.standard(windows.slideMillis());
    Map<String, BrandRules> rules =
        plan.brands().stream().collect(Collectors.toMap(BrandPlan::brand, BrandPlan::rules));
    return named(
        panes
            .keyBy(pane -> pane.watch().key())
            .connect(awaited(feed).broadcast(DetectSpikesFunction.FEED_GAPS))
            .process(new DetectSpikesFunction(policy, rules)),
        OperatorId.DETECT_SPIKES);
  }

  private SingleOutputStreamOperator<Incident> trackIncidents(
      DataStream<Spike> spikes, DataStream<Ack> acks) {
    Map<String, IncidentPolicy> policies =
        plan.brands().stream()
            .collect(Collectors.toMap(BrandPlan::brand, BrandPlan::incidentPolicy));
    return named(
        spikes
            .keyBy(spike -> IncidentBookKey.of(spike.watch().brand(), spike.watch().drill()))
            .connect(acks.keyBy(IncidentBookKey::of))
            .process(new TrackIncidentsFunction(policies)),
        OperatorId.TRACK_INCIDENTS);
  }

  private SingleOutputStreamOperator<Page> respond(DataStream<Incident> incidents) {
    return named(
        incidents
            .keyBy(incident -> IncidentBookKey.of(incident.brand(), incident.drill()))
            .process(new RespondFunction(plan)),
        OperatorId.RESPOND);
  }

  static <T> SingleOutputStreamOperator<T> named(
      SingleOutputStreamOperator<T> operator, OperatorId id) {
    return operator.uid(id.uid()).name(id.title());
  }
}
