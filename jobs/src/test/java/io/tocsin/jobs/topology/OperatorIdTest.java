package io.tocsin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.jobs.CrisisJob;
import io.tocsin.jobs.PagerJob;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobSettings;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** What savepoints are found by. A changed line here is a broken restore somewhere. */
class OperatorIdTest {
  @Test
  void neverChanges() {
    assertThat(Arrays.stream(OperatorId.values()).map(OperatorId::uid))
        .containsExactly(
            "plans-source",
            "check-plans",
            "plan-reports-sink",
            "mentions-source",
            "count-read",
            "split-parsed",
            "dead-letters-sink",
            "count-rejected",
            "sum-pulses",
            "watch-feed",
            "tell-feed",
            "await-feed",
            "feed-sink",
            "count-feed-gaps",
            "match-brands",
            "count-unmatched",
            "drop-repeats",
            "count-repeated",
            "count-accepted",
            "score-mentions",
            "count-scored",
            "scored-mentions-sink",
            "drop-late",
            "count-late",
            "sum-panes",
            "sum-late",
            "detect-spikes",
            "spikes-sink",
            "acks-source",
            "tell-spikes",
            "tell-acks",
            "track-incidents",
            "tell-tracked",
            "link-incidents",
            "ack-receipts-sink",
            "incidents-sink",
            "respond",
            "pages-sink",
            "tell-incidents",
            "assignments-source",
            "take-assignments",
            "responses-source",
            "take-responses",
            "balance-queues",
            "redirects-sink",
            "count-panes",
            "count-places",
            "count-looks",
            "count-spikes",
            "count-incidents",
            "count-pages",
            "count-redirects",
            "count-queues",
            "count-tickets",
            "count-ticket-places",
            "name-places",
            "count-kpis",
            "kpis-sink",
            "pages-source",
            "drop-repeated-pages",
            "gather-storms",
            "deliver-pages",
            "page-receipts-sink");
  }

  @Test
  void namesEveryOperatorOfBothJobs() {
    Set<String> used = new TreeSet<>();
    JobSettings settings = JobSettings.of(Map.of());
    used.addAll(uids(env -> CrisisJob.build(env, settings, SmallWorld.plan())));
    used.addAll(uids(env -> PagerJob.build(env, settings)));

    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(OperatorId.values()).map(OperatorId::uid).toList());
  }

  /**
   * A mention goes from its source to the first shuffle by calls alone: to serialise it once more
   * would cost more than to look for its brands.
   */
  @Test
  void chainsTheFirehoseFromItsSourceToTheFirstShuffle() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.base());
    CrisisJob.build(env, JobSettings.of(Map.of()), SmallWorld.plan());

    assertThat(env.getStreamGraph().getJobGraph().getVertices())
        .extracting(JobVertex::getName)
        .anySatisfy(
            name ->
                assertThat(name)
                    .contains(
                        OperatorId.MENTIONS_SOURCE.title(),
                        OperatorId.COUNT_READ.title(),
                        OperatorId.SPLIT_PARSED.title(),
                        OperatorId.SUM_PULSES.title(),
                        OperatorId.MATCH_BRANDS.title(),
                        OperatorId.COUNT_UNMATCHED.title()))
        .anySatisfy(
            name ->
                assertThat(name)
                    .contains(
                        OperatorId.DROP_REPEATS.title(),
                        OperatorId.SCORE_MENTIONS.title(),
                        OperatorId.DROP_LATE.title(),
                        OperatorId.SUM_PANES.title()));
  }

  private interface Job {
    void defineIn(StreamExecutionEnvironment env);
  }

  private static Set<String> uids(Job job) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.base());
    job.defineIn(env);
    Set<String> uids = new TreeSet<>();
    for (StreamNode node : env.getStreamGraph().getStreamNodes()) {
      String uid = Objects.requireNonNull(node.getTransformationUID(), node.getOperatorName());
      uids.add(uid.replaceFirst("^Sink (Writer|Committer): ", ""));
    }
    return uids;
  }
}
