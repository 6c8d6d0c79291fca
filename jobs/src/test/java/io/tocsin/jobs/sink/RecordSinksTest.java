package io.tocsin.jobs.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.incident.Ack;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.sink.DefaultKafkaSinkContext;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RecordSinksTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder().setNumberSlotsPerTaskManager(2).build());

  private static final List<Ack> ACKS =
      LongStream.range(0, 2_000)
          .mapToObj(i -> new Ack("acme-" + i, "acme", "ada", Instant.ofEpochMilli(i)))
          .toList();

  @TempDir Path dir;

  @Test
  void writesTheSameBytesForTheSameInput() throws Exception {
    run(dir.resolve("one"), acks -> acks);
    run(dir.resolve("two"), acks -> acks);

    String expected =
        ACKS.stream()
            .map(ack -> new String(WireJson.toBytes(ack), UTF_8) + "\n")
            .collect(Collectors.joining());
    assertThat(dir.resolve("one/acks.jsonl")).hasContent(expected);
    assertThat(dir.resolve("two/acks.jsonl")).hasSameBinaryContentAs(dir.resolve("one/acks.jsonl"));
    assertThat(dir.resolve("one")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void leavesOnlyAPartOfAnUnfinishedRun() throws IOException {
    Files.writeString(dir.resolve("acks.jsonl"), "of an earlier run");

    assertThatThrownBy(() -> run(dir, RecordSinksTest::failingHalfway)).isNotNull();

    assertThat(dir.resolve("acks.jsonl")).doesNotExist();
    assertThat(dir.resolve("acks.jsonl.part")).exists();
  }

  @Test
  void refusesToWriteOneFileFromSeveralSubtasks() {
    StreamExecutionEnvironment env = environment();
    env.setParallelism(2);
    env.fromData(TypeInformation.of(Ack.class), ACKS.get(0))
        .uid("acks")
        .rebalance()
        .sinkTo(RecordSinks.file(Topic.ACKS, dir))
        .uid("file");

    assertThatThrownBy(env::execute)
        .hasStackTraceContaining("acks.jsonl must be written at parallelism 1, not 2");
  }

  @Test
  void keysAKafkaRecordByItsTopic() {
    Ack ack = ACKS.get(7);
    var context = new DefaultKafkaSinkContext(0, 1, new Properties());

    ProducerRecord<byte[], byte[]> record =
        new RecordSerializer<Ack>(Topic.ACKS).serialize(ack, context, 1L);

    assertThat(record.topic()).isEqualTo("tocsin.acks");
    assertThat(new String(record.key(), UTF_8)).isEqualTo("acme-7");
    assertThat(record.value()).isEqualTo(WireJson.toBytes(ack));
    assertThat(record.timestamp()).isNull();
  }

  private static void run(Path dir, Middle middle) throws Exception {
    StreamExecutionEnvironment env = environment();
    DataStream<Ack> acks = env.fromData(ACKS, TypeInformation.of(Ack.class)).uid("acks");
    middle.of(acks).sinkTo(RecordSinks.file(Topic.ACKS, dir)).setParallelism(1).uid("file");
    env.execute();
  }

  private static DataStream<Ack> failingHalfway(DataStream<Ack> acks) {
    return acks.map(
            ack -> {
              if (ack.equals(ACKS.get(1_000))) {
                throw new IllegalStateException("halfway");
              }
              return ack;
            })
        .returns(Ack.class)
        .uid("halfway");
  }

  private static StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.base());
    env.setParallelism(1);
    return env;
  }

  private interface Middle {
    DataStream<Ack> of(DataStream<Ack> acks);
  }
}
