package io.tocsin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.config.JobSettings;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class PagerJobTest {
  @Test
  void namesItsOperatorsForSavepoints() {
    JobSettings settings = JobSettings.of(Map.of());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.of(settings.engine()));

    PagerJob.build(env, settings);

    StreamGraph graph = env.getStreamGraph();
    assertThat(graph.getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .containsExactlyInAnyOrder(
            "pages-source",
            "drop-repeated-pages",
            "gather-storms",
            "deliver-pages",
            "page-receipts-sink",
            "Sink Committer: page-receipts-sink");
    assertThat(graph.getJobGraph().getVertices()).isNotEmpty();
  }
}
