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
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** What savepoints are found by. A changed line here is a broken restore somewhere. */
class OperatorIdTest {
  @Test
  void neverChanges() {
    assertThat(Arrays.stream(OperatorId.values()).map(OperatorId::uid))
        .containsExactly(
            "mentions-source",
            "count-read",
            "split-parsed",
            "dead-letters-sink",
            "count-rejected",
            "sum-pulses",
            "watch-feed",
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
            "track-incidents",
            "incidents-sink",
            "respond",
            "pages-sink",
            "redirects-sink",
            "count-panes",
            "count-spikes",
            "count-incidents",
            "count-pages",
            "count-redirects",
            "count-kpis",
            "kpis-sink",
            "pages-source",
            "drop-repeated-pages",
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
