package io.tocsin.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.spike.DetectorPolicy;
import io.tocsin.spike.SpikeDetector;
import io.tocsin.spike.WatchState;
import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.array.LongPrimitiveArraySerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class PackedSerializerTest {
  private static final long SLIDE = 10_000;
  private static final int AFTER_EACH_VALUE = 7;

  private final TypeSerializer<long[]> packing =
      new PackedSerializer<>(LongPrimitiveArraySerializer.INSTANCE);

  @Test
  void readsWhatItWroteWhateverItsSize() throws IOException {
    for (int length : new int[] {0, 1, 2_000, 100_000, 3, 500_000}) {
      long[] value = new Random(length).longs(length).toArray();

      DataInputDeserializer bytes = written(packing, value);
      assertThat(packing.deserialize(bytes)).as("%d numbers", length).isEqualTo(value);
      assertThat(bytes.readInt()).as("what lies behind it").isEqualTo(AFTER_EACH_VALUE);
    }
  }

  @Test
  void copiesWhatIsWrittenAsItIs() throws IOException {
    DataInputDeserializer bytes = written(packing, new long[] {1, 2, 3});
    DataOutputSerializer copied = new DataOutputSerializer(64);
    packing.copy(bytes, copied);

    assertThat(packing.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer())))
        .containsExactly(1, 2, 3);
    assertThat(bytes.readInt()).as("what lies behind it").isEqualTo(AFTER_EACH_VALUE);
  }

  @Test
  void keepsAWatchInAThirdOfItsBytes() throws IOException {
    DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
    WatchState watch = watchAfterAWeek(policy);
    TypeSerializer<WatchState> plain =
        TypeInformation.of(WatchState.class).createSerializer(new SerializerConfigImpl());

    TypeSerializer<WatchState> packed = new PackedSerializer<>(plain);
    int bytes = written(packed, watch).available();
    assertThat(bytes).isLessThan(written(plain, watch).available() / 3);
    assertThat(written(plain, packed.deserialize(written(packed, watch))).available())
        .as("what came back")
        .isEqualTo(written(plain, watch).available());
  }

  @Test
  void sharesNoBuffersWithItsDuplicateNorAfterJavaSerialization() throws Exception {
    DataInputDeserializer first = written(packing, new long[] {1, 2});
    TypeSerializer<long[]> duplicate = packing.duplicate();
    TypeSerializer<long[]> sent = InstantiationUtil.clone(packing);
    DataInputDeserializer second = written(duplicate, new long[] {3});
    DataInputDeserializer third = written(sent, new long[] {4});

    assertThat(packing.deserialize(first)).containsExactly(1, 2);
    assertThat(sent.deserialize(third)).containsExactly(4);
    assertThat(duplicate.deserialize(second)).containsExactly(3);
    assertThat(duplicate).isEqualTo(packing).isNotSameAs(packing).hasSameHashCodeAs(packing);
  }

  @Test
  void isReadByWhatItsSnapshotRestores() throws IOException {
    TypeSerializerSnapshot<long[]> snapshot = throughBytes(packing.snapshotConfiguration());

    assertThat(snapshot.restoreSerializer().deserialize(written(packing, new long[] {5})))
        .containsExactly(5);
    assertThat(packing.snapshotConfiguration().resolveSchemaCompatibility(snapshot))
        .matches(found -> found.isCompatibleAsIs(), "is compatible as it is");
  }

  @Test
  void refusesWhatAnotherSerializerWrote() throws IOException {
    TypeSerializerSnapshot<?> other =
        throughBytes(new PackedSerializer<>(LongSerializer.INSTANCE).snapshotConfiguration());

    assertThat(compatible(packing.snapshotConfiguration(), other)).isFalse();
    assertThatThrownBy(
            () -> packing.deserialize(new DataInputDeserializer(new byte[] {0, 0, 0, 2, -1, -1})))
        .isInstanceOf(IOException.class);
  }

  @SuppressWarnings("unchecked") // the question is just whether types agree
  private static <T> boolean compatible(
      TypeSerializerSnapshot<T> now, TypeSerializerSnapshot<?> before) {
    return !now.resolveSchemaCompatibility((TypeSerializerSnapshot<T>) before).isIncompatible();
  }

  private static WatchState watchAfterAWeek(DetectorPolicy policy) {
    WatchState watch = new WatchState(policy);
    SpikeDetector detector = new SpikeDetector(policy);
    Random random = new Random(1);
    for (long slide = 0; slide < 7 * 8_640; slide++) {
      int posts = random.nextInt(50) == 0 ? 1 : 0;
      detector.onSlide(Watch.ofBrand("acme"), watch, slide(slide, posts));
    }
    return watch;
  }

  private static Slide slide(long number, int posts) {
    return new Slide(
        number * SLIDE,
        posts,
        posts,
        posts,
        0,
        200_000L * posts,
        100L * posts,
        posts,
        posts,
        List.of(),
        List.of(),
        Crowd.NOBODY);
  }

  private static <T> DataInputDeserializer written(TypeSerializer<T> serializer, T value)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    out.writeInt(AFTER_EACH_VALUE);
    return new DataInputDeserializer(Arrays.copyOf(out.getSharedBuffer(), out.length()));
  }

  private static <T> TypeSerializerSnapshot<T> throughBytes(TypeSerializerSnapshot<T> snapshot)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(out.getCopyOfBuffer()),
        PackedSerializerTest.class.getClassLoader());
  }
}
