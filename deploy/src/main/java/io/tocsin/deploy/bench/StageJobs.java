package io.tocsin.deploy.bench;

import io.tocsin.deploy.engine.EmptyStream;
import io.tocsin.incident.Ack;
import io.tocsin.jobs.CrisisJob;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.config.KafkaSettings;
import io.tocsin.jobs.source.IntakeWatermarks;
import io.tocsin.jobs.source.WholeTopic;
import io.tocsin.jobs.topology.CrisisInputs;
import io.tocsin.jobs.topology.MentionStages;
import io.tocsin.jobs.topology.OperatorId;
import io.tocsin.jobs.topology.PlanStreams;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.mention.BrandMention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.live.PlanFeed;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import io.tocsin.scoring.ScoredMention;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Each stage as a Flink job that reads a whole topic once and ends. The stages are the jobs' own;
 * only the sources' ends and the discarding sinks belong to the measurement.
 */
final class StageJobs {
  private final String bootstrapServers;
  private final CrisisPlan plan;
  private final Map<JobOption, String> options;

  StageJobs(String bootstrapServers, CrisisPlan plan, Map<JobOption, String> options) {
    this.bootstrapServers = bootstrapServers;
    this.plan = plan;
    this.options = options;
  }

  /** Defines the stage's job on this topic. */
  void define(Stage stage, String topic, StreamExecutionEnvironment env) {
    JobSettings settings = settings(stage, topic);
    switch (stage) {
      case BARE_SOURCE -> discard(bytes(settings, env));
      case PARSE -> discard(mentions(settings, env));
      case MATCH_AND_SCORE -> discard(scored(settings, env, false));
      case DROP_REPEATS -> discard(scored(settings, env, true));
      case PANES -> sumIntoPanes(settings, env);
      case CRISIS_JOB, CRISIS_JOB_WITH_SCORED -> wholeJob(settings, env);
    }
  }

  private JobSettings settings(Stage stage, String topic) {
    Map<JobOption, String> all = new EnumMap<>(JobOption.class);
    all.putAll(options);
    all.put(JobOption.KAFKA_BOOTSTRAP_SERVERS, bootstrapServers);
    all.put(JobOption.MENTIONS_TOPIC, topic);
    all.put(JobOption.WRITE_SCORED_MENTIONS, Boolean.toString(stage.writesScored()));
    return JobSettings.of(all);
  }

  private static DataStream<byte[]> bytes(JobSettings settings, StreamExecutionEnvironment env) {
    return read(
        WholeTopic.bytes(settings.source().topic(), settings.kafka()),
        WatermarkStrategy.noWatermarks(),
        env);
  }

  private static DataStream<ParsedRecord> mentions(
      JobSettings settings, StreamExecutionEnvironment env) {
    return read(
        WholeTopic.mentions(settings.source().topic(), settings.kafka()),
        IntakeWatermarks.live(settings.source()),
        env);
  }

  private DataStream<ScoredMention> scored(
      JobSettings settings, StreamExecutionEnvironment env, boolean once) {
    MentionStages stages = stages(settings);
    DataStream<BrandMention> matched =
        stages.matchBrands(MentionStages.split(mentions(settings, env)));
    return stages.score(once ? stages.dropRepeats(matched) : matched);
  }

  private void sumIntoPanes(JobSettings settings, StreamExecutionEnvironment env) {
    MentionStages stages = stages(settings);
    discard(stages.sumIntoPanes(stages.dropLate(scored(settings, env, true))));
  }

  private void wholeJob(JobSettings settings, StreamExecutionEnvironment env) {
    env.enableCheckpointing(settings.engine().checkpointIntervalMillis());
    KafkaSettings kafka = settings.kafka();
    CrisisInputs inputs =
        new CrisisInputs(
            mentions(settings, env),
            CrisisJob.people(
                env, WholeTopic.records(Topic.ACKS, Ack.class, kafka), OperatorId.ACKS_SOURCE),
            CrisisJob.people(
                env,
                WholeTopic.records(Topic.ASSIGNMENTS, Assignment.class, kafka),
                OperatorId.ASSIGNMENTS_SOURCE),
            CrisisJob.people(
                env,
                WholeTopic.records(Topic.RESPONSES, Response.class, kafka),
                OperatorId.RESPONSES_SOURCE));
    PlanStreams plans =
        PlanStreams.checked(
            EmptyStream.of(env, PlanNotice.class, OperatorId.PLANS_SOURCE),
            plan,
            PlanFeed.Factory.NONE);
    CrisisJob.wire(inputs, plans, settings);
  }

  private MentionStages stages(JobSettings settings) {
    return new MentionStages(
        plan.matching(), PlanFeed.Factory.NONE, settings.sentiment(), settings.windows());
  }

  private static <T> DataStream<T> read(
      Source<T, ?, ?> source, WatermarkStrategy<T> watermarks, StreamExecutionEnvironment env) {
    DataStream<T> records =
        env.fromSource(source, watermarks, OperatorId.MENTIONS_SOURCE.title())
            .uid(OperatorId.MENTIONS_SOURCE.uid());
    return records
        .transform("Time the reading", records.getType(), new TimeReadingOperator<T>())
        .uid("time-reading");
  }

  private static <T> void discard(DataStream<T> stream) {
    stream.sinkTo(new DiscardingSink<>()).uid("discard").name("Discard");
  }
}
