package io.tocsin.jobs;

import io.tocsin.incident.Ack;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.config.KafkaSettings;
import io.tocsin.jobs.sink.RecordSinks;
import io.tocsin.jobs.source.IntakeWatermarks;
import io.tocsin.jobs.source.MentionSources;
import io.tocsin.jobs.source.OnArrival;
import io.tocsin.jobs.source.PeopleWatermarks;
import io.tocsin.jobs.source.PlanFeeds;
import io.tocsin.jobs.source.RecordSources;
import io.tocsin.jobs.topology.CrisisInputs;
import io.tocsin.jobs.topology.CrisisStreams;
import io.tocsin.jobs.topology.CrisisTopology;
import io.tocsin.jobs.topology.OperatorId;
import io.tocsin.jobs.topology.PlanStreams;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The critical path: reads the firehose, sees crises, decides who is paged. */
public final class CrisisJob {
  /** The job's name on a cluster. */
  public static final String NAME = "Tocsin: CrisisJob";

  private CrisisJob() {}

  /**
   * Runs the job on the cluster that it is handed to.
   *
   * @param arguments options of {@link JobOption} as {@code --name value}; {@code --plan-file} is
   *     required
   */
  public static void main(String[] arguments) throws Exception {
    JobSettings settings = JobSettings.ofArguments(arguments, JobOption.PLAN_FILE);
    CrisisPlan plan = PlanLoading.load(settings);
    settings.sentiment().checked();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.of(settings.engine()));
    build(env, settings, plan);
    env.execute(NAME);
  }

  /**
   * Wires Kafka to the topology and back.
   *
   * @param plan in force where none was accepted before and until one is
   */
  public static void build(StreamExecutionEnvironment env, JobSettings settings, CrisisPlan plan) {
    DataStream<ParsedRecord> records =
        env.fromSource(
                MentionSources.kafka(settings.kafka(), settings.source()),
                IntakeWatermarks.live(settings.source()),
                OperatorId.MENTIONS_SOURCE.title())
            .uid(OperatorId.MENTIONS_SOURCE.uid());
    KafkaSettings kafka = settings.kafka();
    CrisisInputs inputs =
        new CrisisInputs(
            records,
            people(env, RecordSources.kafka(Topic.ACKS, Ack.class, kafka), OperatorId.ACKS_SOURCE),
            people(
                env,
                RecordSources.kafka(Topic.ASSIGNMENTS, Assignment.class, kafka),
                OperatorId.ASSIGNMENTS_SOURCE),
            people(
                env,
                RecordSources.kafka(Topic.RESPONSES, Response.class, kafka),
                OperatorId.RESPONSES_SOURCE));
    PlanStreams plans =
        PlanStreams.checked(
            published(env, settings), plan, PlanFeeds.kafka(settings.kafka(), plan));
    wire(inputs, plans, settings);
  }

  private static DataStream<PlanNotice> published(
      StreamExecutionEnvironment env, JobSettings settings) {
    return env.fromSource(
            RecordSources.kafkaState(Topic.CRISIS_PLAN, PlanNotice.class, settings.kafka()),
            OnArrival.<PlanNotice>watermarks(),
            OperatorId.PLANS_SOURCE.title())
        .uid(OperatorId.PLANS_SOURCE.uid())
        .setParallelism(1);
  }

  /** What people do, taken as it arrives. */
  public static <T> DataStream<T> people(
      StreamExecutionEnvironment env, Source<T, ?, ?> source, OperatorId id) {
    return env.fromSource(source, PeopleWatermarks.onArrival(), id.title()).uid(id.uid());
  }

  /**
   * Wires the topology and its Kafka sinks to sources of the caller's choice.
   *
   * @param plans what was accepted
   */
  public static void wire(CrisisInputs inputs, PlanStreams plans, JobSettings settings) {
    CrisisStreams streams =
        CrisisTopology.define(inputs, plans, settings.sentiment(), settings.windows());

    KafkaSettings kafka = settings.kafka();
    once(streams.planReports(), Topic.PLAN_REPORTS, OperatorId.PLAN_REPORTS_SINK, kafka);
    once(streams.deadLetters(), Topic.DEAD_LETTERS, OperatorId.DEAD_LETTERS_SINK, kafka);
    once(streams.feed(), Topic.FEED, OperatorId.FEED_SINK, kafka);
    if (settings.writeScoredMentions()) {
      once(streams.scoredMentions(), Topic.SCORED_MENTIONS, OperatorId.SCORED_MENTIONS_SINK, kafka);
    }
    once(streams.spikes(), Topic.SPIKES, OperatorId.SPIKES_SINK, kafka);
    once(streams.incidents(), Topic.INCIDENTS, OperatorId.INCIDENTS_SINK, kafka);
    once(streams.ackReceipts(), Topic.ACK_RECEIPTS, OperatorId.ACK_RECEIPTS_SINK, kafka);
    once(streams.pages(), Topic.PAGES, OperatorId.PAGES_SINK, kafka);
    once(streams.redirects(), Topic.REDIRECTS, OperatorId.REDIRECTS_SINK, kafka);
    once(streams.kpis(), Topic.KPIS, OperatorId.KPIS_SINK, kafka);
  }

  private static <T> void once(
      DataStream<T> stream, Topic topic, OperatorId id, KafkaSettings kafka) {
    stream
        .sinkTo(RecordSinks.kafka(topic, DeliveryGuarantee.EXACTLY_ONCE, kafka))
        .uid(id.uid())
        .name(id.title());
  }
}
