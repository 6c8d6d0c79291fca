package io.tocsin.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

class EngineConfigTest {
  @Test
  void refusesAKryoTypeWhileTheGraphIsBuilt() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.base());
    env.fromSequence(1, 2)
        .uid("numbers")
        .map(Optional::of)
        .returns(new TypeHint<Optional<Long>>() {})
        .uid("box")
        .keyBy(box -> 0)
        .sinkTo(new DiscardingSink<>())
        .uid("end");

    assertThatThrownBy(() -> env.getStreamGraph().getJobGraph())
        .hasStackTraceContaining("Generic types have been disabled");
  }

  @Test
  void refusesAnOperatorWithoutUidWhileTheGraphIsBuilt() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.base());
    env.fromSequence(1, 2).sinkTo(new DiscardingSink<>()).uid("end");

    assertThatThrownBy(() -> env.getStreamGraph().getJobGraph()).hasStackTraceContaining("UIDs");
  }

  @Test
  void letsRocksDbFindOneWatchAmongAMillion() {
    Configuration config = EngineConfig.base();

    assertThat(config.get(RocksDBOptions.USE_PARTITIONED_INDEX_FILTERS)).isTrue();
    assertThat(config.get(RocksDBConfigurableOptions.USE_BLOOM_FILTER)).isTrue();
  }

  @Test
  void keepsCheckpointsAfterACancellationWhereADirectoryIsGiven() {
    Configuration config = EngineConfig.of(new EngineSettings(3, 2_000, "file:///checkpoints"));

    assertThat(config.get(CoreOptions.DEFAULT_PARALLELISM)).isEqualTo(3);
    assertThat(config.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY))
        .isEqualTo("file:///checkpoints");
    assertThat(config.get(CheckpointingOptions.CHECKPOINTING_INTERVAL)).hasMillis(2_000);
    assertThat(config.get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
        .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    assertThat(config.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("exponential-delay");
  }

  @Test
  void leavesParallelismAndCheckpointStorageToTheClusterWhereNoneIsGiven() {
    Configuration config = EngineConfig.of(new EngineSettings(0, 2_000, null));

    assertThat(config.getOptional(CoreOptions.DEFAULT_PARALLELISM)).isEmpty();
    assertThat(config.getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY)).isEmpty();
  }
}
