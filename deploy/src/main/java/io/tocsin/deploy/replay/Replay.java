package io.tocsin.deploy.replay;

import io.tocsin.deploy.engine.ClusterSpec;
import io.tocsin.deploy.engine.EmbeddedCluster;
import io.tocsin.deploy.engine.EmptyStream;
import io.tocsin.deploy.engine.RunningJob;
import io.tocsin.deploy.host.UserException;
import io.tocsin.feed.FeedReport;
import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.jobs.config.JobSettings;
import io.tocsin.jobs.sink.RecordSinks;
import io.tocsin.jobs.source.IntakeWatermarks;
import io.tocsin.jobs.source.MentionSources;
import io.tocsin.jobs.source.PeopleWatermarks;
import io.tocsin.jobs.source.RecordSources;
import io.tocsin.jobs.topology.CrisisInputs;
import io.tocsin.jobs.topology.CrisisStreams;
import io.tocsin.jobs.topology.CrisisTopology;
import io.tocsin.jobs.topology.OperatorId;
import io.tocsin.jobs.topology.PlanStreams;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.kpi.Kpi;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.response.Page;
import io.tocsin.response.Redirect;
import io.tocsin.response.live.PlanFeed;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import io.tocsin.spike.BaselineRow;
import io.tocsin.spike.Spike;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Runs the crisis topology over a file of mentions in event time, in one pass. It runs at
 * parallelism 1 and makes its watermarks from the mentions alone, so that the same input gives the
 * same bytes. State lies in memory: a replay ends, and is begun anew where it failed.
 */
public final class Replay {
  private static final String NAME = "Tocsin: replay";

  private final ReplayRequest request;
  private final JobSettings settings;

  private Replay(ReplayRequest request) {
    this.request = request;
    this.settings = JobSettings.of(Map.of(JobOption.KPI_INTERVAL, request.kpiMillis() + "ms"));
  }

  /**
   * Runs to the end of the mentions.
   *
   * @param progress is told, now and then, how many records were read
   * @return what the plan would have done
   * @throws UserException if the run failed
   */
  static ReplaySummary run(ReplayRequest request, LongConsumer progress) throws IOException {
    return new Replay(request).run(progress);
  }

  private ReplaySummary run(LongConsumer progress) throws IOException {
    ClusterSpec spec = new ClusterSpec(request.workFolder(), 1, 1, 0, null);
    try (EmbeddedCluster cluster = EmbeddedCluster.start(spec, engine())) {
      StreamExecutionEnvironment env = cluster.environment(NAME);
      define(env);
      RunningJob job = cluster.submit(env, NAME);
      try (JobProgress watched = JobProgress.watch(cluster.webUiAddress(), job.id(), progress)) {
        job.ended().join();
      }
    } catch (CompletionException e) {
      throw new UserException("the replay failed: " + rootMessage(e), e);
    }
    return summary();
  }

  private static Configuration engine() {
    Configuration engine = EngineConfig.base();
    engine.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    engine.set(CoreOptions.DEFAULT_PARALLELISM, 1);
    return engine;
  }

  private void define(StreamExecutionEnvironment env) {
    env.setParallelism(1);
    DataStream<ParsedRecord> records =
        env.fromSource(
                MentionSources.file(
                    request.receivedAtMillis(), new Path(request.mentions().toUri())),
                IntakeWatermarks.perEvent(settings.source().outOfOrdernessMillis()),
                OperatorId.MENTIONS_SOURCE.title())
            .uid(OperatorId.MENTIONS_SOURCE.uid());
    PlanStreams plans =
        PlanStreams.checked(
            EmptyStream.of(env, PlanNotice.class, OperatorId.PLANS_SOURCE),
            request.plan(),
            PlanFeed.Factory.NONE);
    CrisisStreams streams =
        CrisisTopology.define(inputs(records), plans, request.scorer(), settings.windows());
    write(streams.deadLetters(), Topic.DEAD_LETTERS, OperatorId.DEAD_LETTERS_SINK);
    write(streams.feed(), Topic.FEED, OperatorId.FEED_SINK);
    if (request.scored()) {
      write(streams.scoredMentions(), Topic.SCORED_MENTIONS, OperatorId.SCORED_MENTIONS_SINK);
    }
    write(streams.spikes(), Topic.SPIKES, OperatorId.SPIKES_SINK);
    streams
        .baselines()
        .sinkTo(RecordSinks.<BaselineRow>file(request.out().resolve(ReplayOutput.BASELINES)))
        .uid("baselines-sink")
        .name("Baselines sink");
    write(streams.incidents(), Topic.INCIDENTS, OperatorId.INCIDENTS_SINK);
    write(streams.ackReceipts(), Topic.ACK_RECEIPTS, OperatorId.ACK_RECEIPTS_SINK);
    write(streams.pages(), Topic.PAGES, OperatorId.PAGES_SINK);
    write(streams.redirects(), Topic.REDIRECTS, OperatorId.REDIRECTS_SINK);
    write(streams.kpis(), Topic.KPIS, OperatorId.KPIS_SINK);
  }

  private CrisisInputs inputs(DataStream<ParsedRecord> records) {
    return new CrisisInputs(
        records,
        people(records, request.acks(), Topic.ACKS, Ack.class, OperatorId.ACKS_SOURCE, Ack::at),
        people(
            records,
            request.assignments(),
            Topic.ASSIGNMENTS,
            Assignment.class,
            OperatorId.ASSIGNMENTS_SOURCE,
            Assignment::at),
        people(
            records,
            request.responses(),
            Topic.RESPONSES,
            Response.class,
            OperatorId.RESPONSES_SOURCE,
            Response::at));
  }

  /** What people did, from its file; nothing where there is none. */
  private static <T> DataStream<T> people(
      DataStream<ParsedRecord> records,
      java.nio.file.@Nullable Path file,
      Topic topic,
      Class<T> type,
      OperatorId id,
      PeopleWatermarks.Moment<T> moment) {
    if (file == null) {
      return EmptyStream.of(records.getExecutionEnvironment(), type, id);
    }
    return records
        .getExecutionEnvironment()
        .fromSource(
            RecordSources.file(topic, type, new Path(file.toUri())),
            PeopleWatermarks.inItsPlace(moment),
            id.title())
        .uid(id.uid());
  }

  private <T> void write(DataStream<T> stream, Topic topic, OperatorId id) {
    stream.sinkTo(RecordSinks.file(topic, request.out())).uid(id.uid()).name(id.title());
  }

  private ReplaySummary summary() throws IOException {
    ReplayOutput output = new ReplayOutput(request.out());
    output.sort();
    return ReplaySummary.of(
        output.read(Topic.KPIS, Kpi.class),
        output.read(Topic.FEED, FeedReport.class),
        output.read(Topic.SPIKES, Spike.class),
        output.read(Topic.INCIDENTS, Incident.class),
        output.read(Topic.PAGES, Page.class),
        output.read(Topic.REDIRECTS, Redirect.class));
  }

  private static String rootMessage(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
