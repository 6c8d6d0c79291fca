package io.tocsin.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.mention.Author;
import io.tocsin.mention.BrandMention;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DropRepeatsOperatorTest {
  private static final long SPAN = 600_000;
  private static final long NOON = 1_772_020_800_000L;
  private static final int MAX_PARALLELISM = 128;

  /** Full snapshots only: without a checkpoint coordinator nobody resolves incremental ones. */
  static Stream<StateBackend> backends() {
    return Stream.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend(false));
  }

  @ParameterizedTest
  @MethodSource("backends")
  void dropsRepeatsAndSaysWhich(StateBackend backend) throws Exception {
    try (Subtask subtask = Subtask.alone(backend, null)) {
      subtask.receive("a", NOON);
      subtask.receive("b", NOON + 1);
      subtask.receive("a", NOON + SPAN);
      subtask.receive("b", NOON + 2);

      assertThat(subtask.letThrough()).containsExactly("a", "b");
      assertThat(subtask.repeats()).containsExactly("a", "b");
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void forgetsAfterTheSpan(StateBackend backend) throws Exception {
    try (Subtask subtask = Subtask.alone(backend, null)) {
      subtask.receive("a", NOON);
      subtask.receive("a", NOON + SPAN + 1);

      assertThat(subtask.letThrough()).containsExactly("a", "a");
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void remembersAcrossARestore(StateBackend backend) throws Exception {
    OperatorSubtaskState checkpoint;
    try (Subtask before = Subtask.alone(backend, null)) {
      before.receive("a", NOON);
      before.checkpoint();
      before.receive("b", NOON);
      checkpoint = before.checkpoint();
      before.receive("after the barrier", NOON);
    }
    try (Subtask after = Subtask.alone(backend, checkpoint)) {
      after.receive("a", NOON);
      after.receive("b", NOON);
      after.receive("after the barrier", NOON);

      assertThat(after.letThrough()).containsExactly("after the barrier");
      assertThat(after.repeats()).containsExactly("a", "b");
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void remembersWhenOneSubtaskBecomesTwo(StateBackend backend) throws Exception {
    OperatorSubtaskState checkpoint;
    try (Subtask one = Subtask.alone(backend, null)) {
      ids(500).forEach(id -> one.receive(id, NOON));
      checkpoint = one.checkpoint();
    }
    for (int index = 0; index < 2; index++) {
      OperatorSubtaskState share =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              checkpoint, MAX_PARALLELISM, 1, 2, index);
      try (Subtask half = new Subtask(backend, share, 2, index)) {
        List<String> own = ids(500).filter(half::owns).toList();
        own.forEach(id -> half.receive(id, NOON));

        assertThat(own).hasSizeBetween(150, 350);
        assertThat(half.letThrough()).isEmpty();
        assertThat(half.repeats()).isEqualTo(own);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void remembersWhenTwoSubtasksBecomeOne(StateBackend backend) throws Exception {
    OperatorSubtaskState[] checkpoints = new OperatorSubtaskState[2];
    for (int index = 0; index < 2; index++) {
      try (Subtask half = new Subtask(backend, null, 2, index)) {
        ids(500).filter(half::owns).forEach(id -> half.receive(id, NOON));
        checkpoints[index] = half.checkpoint();
      }
    }
    OperatorSubtaskState merged =
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            AbstractStreamOperatorTestHarness.repackageState(checkpoints),
            MAX_PARALLELISM,
            2,
            1,
            0);
    try (Subtask one = Subtask.alone(backend, merged)) {
      ids(501).forEach(id -> one.receive(id, NOON));

      assertThat(one.letThrough()).containsExactly("id500");
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void leavesNoStateWhenAllHasExpired(StateBackend backend) throws Exception {
    OperatorSubtaskState checkpoint;
    try (Subtask before = Subtask.alone(backend, null)) {
      ids(50).forEach(id -> before.receive(id, NOON));
      before.checkpoint();
      ids(100).forEach(id -> before.receive(id, NOON));
      checkpoint = before.checkpoint();
      assertThat(before.bucketsWithState()).isBetween(90L, 100L);
    }
    try (Subtask after = Subtask.alone(backend, checkpoint)) {
      after.watermark(NOON + SPAN);
      assertThat(after.bucketsWithState()).isBetween(90L, 100L);

      after.watermark(NOON + 2 * SPAN);
      assertThat(after.bucketsWithState()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void keepsOnlyTheChunksThatHaveNotExpired(StateBackend backend) throws Exception {
    OperatorSubtaskState checkpoint;
    try (Subtask before = Subtask.alone(backend, null)) {
      before.receive("a", NOON);
      before.checkpoint();
      before.receive("a", NOON + SPAN + 1);
      before.checkpoint();
      before.watermark(NOON + SPAN + SPAN / 2);
      checkpoint = before.checkpoint();
    }
    try (Subtask after = Subtask.alone(backend, checkpoint)) {
      after.receive("a", NOON + SPAN + 1);
      after.receive("a", NOON);

      assertThat(after.repeats()).containsExactly("a");
      assertThat(after.letThrough()).containsExactly("a");
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void writesNothingThatExpiredBeforeTheCheckpoint(StateBackend backend) throws Exception {
    try (Subtask subtask = Subtask.alone(backend, null)) {
      subtask.receive("a", NOON);
      subtask.watermark(NOON + 2 * SPAN);
      subtask.checkpoint();

      assertThat(subtask.bucketsWithState()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void restartsChangeNothing(StateBackend backend) throws Exception {
    long seed = 20_260_308L;
    Random random = new Random(seed);
    Map<String, List<Long>> seen = new HashMap<>();
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    OperatorSubtaskState checkpoint = null;
    long watermark = Long.MIN_VALUE;
    for (int run = 0; run < 8; run++) {
      try (Subtask subtask = Subtask.alone(backend, checkpoint)) {
        for (int i = 0; i < 300; i++) {
          String id = "id" + random.nextInt(60);
          long minute = (run * 300L + i) / 12 - random.nextInt(2);
          long time = Math.max(watermark, NOON + minute * 60_000 + random.nextInt(3));
          if (seen.computeIfAbsent(id, k -> new ArrayList<>()).stream()
              .noneMatch(other -> Math.abs(other - time) <= SPAN)) {
            seen.get(id).add(time);
            expected.add(id);
          }
          subtask.receive(id, time);
          if (random.nextInt(20) == 0) {
            watermark = Math.max(watermark, time - 60_000);
            subtask.watermark(watermark);
          }
          if (random.nextInt(30) == 0) {
            subtask.checkpoint();
          }
        }
        checkpoint = subtask.checkpoint();
        actual.addAll(subtask.letThrough());
      }
    }

    assertThat(actual).as("seed %d", seed).isEqualTo(expected);
    assertThat(expected).as("seed %d", seed).hasSizeBetween(500, 2_000);
  }

  @Test
  void refusesANegativeSpan() {
    assertThatThrownBy(() -> new DropRepeatsOperator(-1)).hasMessage("span is negative: -1");
  }

  private static Stream<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "id" + i);
  }

  private static BrandMention mention(String id) {
    Author author = new Author("7", null, null, null, null);
    return new BrandMention(
        new Mention(
            id,
            "x",
            "acme is down",
            null,
            0,
            author,
            MentionKind.POST,
            null,
            null,
            List.of(),
            null,
            null,
            Visibility.PUBLIC,
            Engagement.NONE),
        List.of("acme"),
        List.of(),
        0);
  }

  /** One running subtask of the operator. */
  private static final class Subtask implements AutoCloseable {
    private final DropRepeatsOperator operator = new DropRepeatsOperator(SPAN);
    private final KeyedOneInputStreamOperatorTestHarness<Integer, BrandMention, BrandMention>
        harness;
    private final int parallelism;
    private final int index;
    private long checkpointId;

    Subtask(
        StateBackend backend, @Nullable OperatorSubtaskState restored, int parallelism, int index)
        throws Exception {
      this.parallelism = parallelism;
      this.index = index;
      harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              operator,
              DropRepeatsOperator::bucketOf,
              Types.INT,
              MAX_PARALLELISM,
              parallelism,
              index);
      harness.setStateBackend(backend);
      if (restored != null) {
        harness.initializeState(restored);
      }
      harness.open();
    }

    static Subtask alone(StateBackend backend, @Nullable OperatorSubtaskState restored)
        throws Exception {
      return new Subtask(backend, restored, 1, 0);
    }

    boolean owns(String id) {
      return KeyGroupRangeAssignment.assignKeyToParallelOperator(
              DropRepeatsOperator.bucketOf(mention(id)), MAX_PARALLELISM, parallelism)
          == index;
    }

    void receive(String id, long eventTimeMillis) {
      try {
        harness.processElement(mention(id), eventTimeMillis);
      } catch (Exception e) {
        throw new AssertionError("failed on " + id, e);
      }
    }

    void watermark(long millis) throws Exception {
      harness.processWatermark(new Watermark(millis));
    }

    OperatorSubtaskState checkpoint() throws Exception {
      checkpointId++;
      return harness.snapshot(checkpointId, checkpointId);
    }

    List<String> letThrough() {
      return harness.extractOutputValues().stream().map(mention -> mention.mention().id()).toList();
    }

    List<String> repeats() {
      var repeats = harness.getSideOutput(DropRepeatsOperator.REPEATS);
      return repeats == null
          ? List.of()
          : repeats.stream().map(record -> record.getValue().mention().id()).toList();
    }

    long bucketsWithState() {
      try (Stream<Integer> buckets =
          operator
              .<Integer>getKeyedStateBackend()
              .getKeys("fingerprint-chunks", VoidNamespace.INSTANCE)) {
        return buckets.count();
      }
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }
}
