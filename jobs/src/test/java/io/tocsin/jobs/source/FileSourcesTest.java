package io.tocsin.jobs.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.jobs.config.EngineConfig;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.mention.DeadLetter;
import io.tocsin.mention.DeadLetterReason;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FileSourcesTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder().setNumberSlotsPerTaskManager(1).build());

  private static final long NOON = 1_780_000_000_000L;

  @TempDir Path dir;

  @Test
  void readsAwkwardBytesAndKeepsWhatItRefusesWithItsPlace() throws Exception {
    String longText = "burning ".repeat(200_000);
    byte[] notUtf8 = {'{', (byte) 0xC3, (byte) 0x28, '}'};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((Mentions.json("first", NOON) + "\r\n\r\n\n").getBytes(UTF_8));
    int notUtf8At = bytes.size();
    bytes.writeBytes(notUtf8);
    bytes.write('\n');
    int longAt = bytes.size();
    String tooLong = Mentions.json("long", NOON).replace("no signal", longText);
    bytes.writeBytes((tooLong + "\n").getBytes(UTF_8));
    bytes.writeBytes(Mentions.json("last", NOON).getBytes(UTF_8));
    Path file = Files.write(dir.resolve("_mentions.jsonl"), bytes.toByteArray());

    List<ParsedRecord> records = collect(MentionSources.file(NOON, flinkPath(file)));

    assertThat(records).hasSize(4);
    assertThat(ids(records)).containsExactly("first", "last");
    DeadLetter bad = letter(records.get(1));
    assertThat(bad.reason()).isEqualTo(DeadLetterReason.INVALID_UTF8);
    assertThat(bad.bytes()).isEqualTo(notUtf8);
    assertThat(bad.offset()).isEqualTo(notUtf8At);
    assertThat(bad.source()).endsWith("_mentions.jsonl");
    assertThat(bad.receivedAt()).isEqualTo(Instant.ofEpochMilli(NOON));
    DeadLetter big = letter(records.get(2));
    assertThat(big.reason()).isEqualTo(DeadLetterReason.TEXT_TOO_LONG);
    assertThat(big.bytes()).hasSize(tooLong.length());
    assertThat(big.offset()).isEqualTo(longAt);
  }

  @Test
  void readsFilesOneAfterAnotherInTheOrderGiven() throws Exception {
    List<String> expected = new ArrayList<>();
    List<org.apache.flink.core.fs.Path> files = new ArrayList<>();
    for (String name : List.of("z", "a", "m.gz")) {
      List<String> ids = IntStream.range(0, 700).mapToObj(i -> name + i).toList();
      expected.addAll(ids);
      files.add(flinkPath(write(name, ids)));
    }

    List<ParsedRecord> records =
        collect(MentionSources.file(NOON, files.toArray(new org.apache.flink.core.fs.Path[0])));

    assertThat(ids(records)).isEqualTo(expected);
  }

  @Test
  void goesOnBehindTheLastLineThatWasCheckpointed() throws IOException {
    Path file = write("mentions", IntStream.range(0, 600).mapToObj(i -> "m" + i).toList());
    LineFormat<ParsedRecord> format = new LineFormat<>(new MentionLineDecoder(NOON));
    FileSourceSplit split = new FileSourceSplit("0", flinkPath(file), 0, 1, 0, 1);
    List<RecordAndPosition<ParsedRecord>> whole =
        readAll(format.createReader(new Configuration(), split));

    RecordAndPosition<ParsedRecord> checkpointed = whole.get(317);
    FileSourceSplit restored =
        split.updateWithCheckpointedPosition(
            new CheckpointedPosition(checkpointed.getOffset(), checkpointed.getRecordSkipCount()));
    List<RecordAndPosition<ParsedRecord>> rest =
        readAll(format.restoreReader(new Configuration(), restored));

    assertThat(rest)
        .extracting(RecordAndPosition::getRecord)
        .isEqualTo(whole.subList(318, 600).stream().map(RecordAndPosition::getRecord).toList());
  }

  @Test
  void passesOverAMalformedAcknowledgement() throws Exception {
    Ack first = new Ack("acme-1", "acme", "ada", Instant.ofEpochMilli(NOON));
    Ack second = new Ack("acme-2", "acme", "bob", Instant.ofEpochMilli(NOON));
    String lines =
        new String(WireJson.toBytes(first), UTF_8)
            + "\n{\"at\":\"noon\"}\nnull\n"
            + new String(WireJson.toBytes(second), UTF_8);
    Path file = Files.writeString(dir.resolve("acks.jsonl"), lines);

    assertThat(collect(RecordSources.file(Topic.ACKS, Ack.class, flinkPath(file))))
        .containsExactly(first, second);
  }

  @Test
  void refusesATypeThatTheTopicDoesNotHold() {
    assertThatThrownBy(
            () -> RecordSources.file(Topic.ACKS, Incident.class, flinkPath(dir.resolve("x"))))
        .hasMessage("ACKS holds Ack, not Incident");
  }

  private Path write(String name, List<String> ids) throws IOException {
    Path file = dir.resolve(name);
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      for (String id : ids) {
        out.write((Mentions.json(id, NOON) + "\n").getBytes(UTF_8));
      }
    }
    return file;
  }

  private static <T> List<T> collect(FileSource<T> source) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(EngineConfig.base());
    env.setParallelism(1);
    List<T> records = new ArrayList<>();
    try (CloseableIterator<T> results =
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "file")
            .uid("file")
            .executeAndCollect()) {
      results.forEachRemaining(records::add);
    }
    return records;
  }

  private static <T> List<RecordAndPosition<T>> readAll(BulkFormat.Reader<T> reader)
      throws IOException {
    List<RecordAndPosition<T>> records = new ArrayList<>();
    try (reader) {
      for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
        for (var record = batch.next(); record != null; record = batch.next()) {
          records.add(record);
        }
      }
    }
    return records;
  }

  private static List<String> ids(List<ParsedRecord> records) {
    return records.stream()
        .map(ParsedRecord::mention)
        .filter(Objects::nonNull)
        .map(Mention::id)
        .toList();
  }

  private static DeadLetter letter(ParsedRecord record) {
    return Objects.requireNonNull(record.deadLetter());
  }

  private static org.apache.flink.core.fs.Path flinkPath(Path file) {
    return new org.apache.flink.core.fs.Path(file.toUri());
  }
}
