package io.tocsin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.ParsedRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.testutils.junit.SharedReference;

/**
 * A firehose of several partitions that are read as Kafka's are: each with watermarks of its own,
 * spread over the subtasks, with positions that lie in savepoints. A partition may stop before one
 * of its records until a gate opens.
 */
final class ScriptedSource
    implements Source<ParsedRecord, ScriptedSource.Position, List<ScriptedSource.Position>> {
  /** One partition: its records in order, and where it waits; {@link #NOWHERE} for never. */
  record Partition(List<ParsedRecord> records, int waitsAt) implements Serializable {
    static final int NOWHERE = -1;

    static Partition of(List<ParsedRecord> records) {
      return new Partition(List.copyOf(records), NOWHERE);
    }
  }

  /** Where partitions wait. */
  static final class Gate {
    private final CompletableFuture<Void> open;
    private final CountDownLatch awaited;

    /** Opens with the future; {@link #await} waits for so many partitions. */
    Gate(CompletableFuture<Void> open, int partitions) {
      this.open = open;
      this.awaited = new CountDownLatch(partitions);
    }

    /** Until so many partitions stand before it. */
    void await() throws InterruptedException {
      assertThat(awaited.await(2, TimeUnit.MINUTES)).isTrue();
    }

    private boolean isOpen() {
      return open.isDone();
    }

    private void arrive() {
      awaited.countDown();
    }

    private CompletableFuture<Void> opening() {
      return open.copy();
    }
  }

  /** How far a partition was read. */
  record Position(int partition, int next) implements SourceSplit {
    @Override
    public String splitId() {
      return String.valueOf(partition);
    }
  }

  private static final long serialVersionUID = 1L;

  private final List<SharedReference<Partition>> partitions;
  private final SharedReference<Gate> gate;

  ScriptedSource(List<SharedReference<Partition>> partitions, SharedReference<Gate> gate) {
    this.partitions = List.copyOf(partitions);
    this.gate = gate;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<ParsedRecord, Position> createReader(SourceReaderContext context) {
    return new Reader(context);
  }

  @Override
  public SplitEnumerator<Position, List<Position>> createEnumerator(
      SplitEnumeratorContext<Position> context) {
    List<Position> all = new ArrayList<>();
    for (int partition = 0; partition < partitions.size(); partition++) {
      all.add(new Position(partition, 0));
    }
    return new Enumerator(context, all);
  }

  @Override
  public SplitEnumerator<Position, List<Position>> restoreEnumerator(
      SplitEnumeratorContext<Position> context, List<Position> unassigned) {
    return new Enumerator(context, unassigned);
  }

  @Override
  public SimpleVersionedSerializer<Position> getSplitSerializer() {
    return new PositionSerializer();
  }

  @Override
  public SimpleVersionedSerializer<List<Position>> getEnumeratorCheckpointSerializer() {
    return new PositionsSerializer();
  }

  private final class Reader implements SourceReader<ParsedRecord, Position> {
    private final SourceReaderContext context;
    private final Deque<Position> running = new ArrayDeque<>();
    private final List<Position> waiting = new ArrayList<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private boolean complete;

    private Reader(SourceReaderContext context) {
      this.context = context;
    }

    @Override
    public void start() {
      context.sendSplitRequest();
    }

    /** One record of each partition in turn, from when all are here: none may run ahead. */
    @Override
    public InputStatus pollNext(ReaderOutput<ParsedRecord> output) {
      if (!complete) {
        return pause();
      }
      if (gate.get().isOpen()) {
        running.addAll(waiting);
        waiting.clear();
      }
      Position at = running.poll();
      if (at == null) {
        return waiting.isEmpty() ? InputStatus.END_OF_INPUT : pause();
      }
      Partition partition = partitions.get(at.partition()).get();
      if (at.next() == partition.waitsAt() && !gate.get().isOpen()) {
        output.createOutputForSplit(at.splitId());
        waiting.add(at);
        gate.get().arrive();
      } else if (at.next() < partition.records().size()) {
        output.createOutputForSplit(at.splitId()).collect(partition.records().get(at.next()));
        running.add(new Position(at.partition(), at.next() + 1));
      } else {
        output.releaseOutputForSplit(at.splitId());
      }
      return InputStatus.MORE_AVAILABLE;
    }

    private InputStatus pause() {
      available = waiting.isEmpty() ? new CompletableFuture<>() : gate.get().opening();
      return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public List<Position> snapshotState(long checkpointId) {
      List<Position> positions = new ArrayList<>(running);
      positions.addAll(waiting);
      return positions;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return running.isEmpty() || !complete ? available : CompletableFuture.completedFuture(null);
    }

    @Override
    public void addSplits(List<Position> splits) {
      running.addAll(splits);
      available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
      complete = true;
      available.complete(null);
    }

    @Override
    public void close() {}
  }

  private static final class Enumerator implements SplitEnumerator<Position, List<Position>> {
    private final SplitEnumeratorContext<Position> context;
    private final List<Position> unassigned;

    private Enumerator(SplitEnumeratorContext<Position> context, List<Position> unassigned) {
      this.context = context;
      this.unassigned = new ArrayList<>(unassigned);
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {
      List<Position> own =
          unassigned.stream()
              .filter(at -> at.partition() % context.currentParallelism() == subtask)
              .toList();
      own.forEach(position -> context.assignSplit(position, subtask));
      unassigned.removeAll(own);
      context.signalNoMoreSplits(subtask);
    }

    @Override
    public void addSplitsBack(List<Position> splits, int subtask) {
      unassigned.addAll(splits);
    }

    @Override
    public void addReader(int subtask) {}

    @Override
    public List<Position> snapshotState(long checkpointId) {
      return unassigned;
    }

    @Override
    public void close() {}
  }

  private static final class PositionSerializer implements SimpleVersionedSerializer<Position> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(Position position) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(position.partition());
      out.writeInt(position.next());
      return bytes.toByteArray();
    }

    @Override
    public Position deserialize(int version, byte[] bytes) throws IOException {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      return new Position(in.readInt(), in.readInt());
    }
  }

  private static final class PositionsSerializer
      implements SimpleVersionedSerializer<List<Position>> {
    private final PositionSerializer one = new PositionSerializer();

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(List<Position> positions) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (Position position : positions) {
        bytes.write(one.serialize(position));
      }
      return bytes.toByteArray();
    }

    @Override
    public List<Position> deserialize(int version, byte[] bytes) throws IOException {
      List<Position> positions = new ArrayList<>();
      for (int at = 0; at < bytes.length; at += 8) {
        positions.add(one.deserialize(version, java.util.Arrays.copyOfRange(bytes, at, at + 8)));
      }
      return positions;
    }
  }
}
