package io.tocsin.jobs.operator;

import java.io.IOException;
import java.io.Serial;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.xerial.snappy.Snappy;

/**
 * Writes what another serializer writes, packed by Snappy value by value. It is for state whose
 * values are large and mostly zeros: RocksDB writes each value again and again while it merges its
 * files, and keeps blocks in its cache as they were given to it, so what counts is the size that it
 * is given. State evolves as the other serializer lets it.
 *
 * @param <T> type of the values
 */
public final class PackedSerializer<T> extends TypeSerializer<T> {
  @Serial private static final long serialVersionUID = 1L;

  private static final int FIRST_SIZE = 16_384;
  private static final int ANY_LENGTH = -1;

  private final TypeSerializer<T> plain;
  private final transient DataOutputSerializer unpacked = new DataOutputSerializer(FIRST_SIZE);
  private final transient DataInputDeserializer reader = new DataInputDeserializer();
  private transient byte[] packed = new byte[Snappy.maxCompressedLength(FIRST_SIZE)];
  private transient byte[] bytes = new byte[FIRST_SIZE];

  /** Packs what this one writes. */
  public PackedSerializer(TypeSerializer<T> plain) {
    this.plain = plain;
  }

  @Serial
  private Object readResolve() {
    return new PackedSerializer<>(plain);
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    unpacked.clear();
    plain.serialize(value, unpacked);
    int most = Snappy.maxCompressedLength(unpacked.length());
    packed = packed.length < most ? new byte[2 * most] : packed;
    int size = Snappy.compress(unpacked.getSharedBuffer(), 0, unpacked.length(), packed, 0);
    target.writeInt(size);
    target.write(packed, 0, size);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return plain.deserialize(unpack(source));
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return plain.deserialize(reuse, unpack(source));
  }

  private DataInputView unpack(DataInputView source) throws IOException {
    int size = source.readInt();
    packed = packed.length < size ? new byte[2 * size] : packed;
    source.readFully(packed, 0, size);
    int length = Snappy.uncompressedLength(packed, 0, size);
    bytes = bytes.length < length ? new byte[2 * length] : bytes;
    Snappy.uncompress(packed, 0, size, bytes, 0);
    reader.setBuffer(bytes, 0, length);
    return reader;
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    int size = source.readInt();
    target.writeInt(size);
    target.write(source, size);
  }

  @Override
  public T copy(T from) {
    return plain.copy(from);
  }

  @Override
  public T copy(T from, T reuse) {
    return plain.copy(from, reuse);
  }

  @Override
  public T createInstance() {
    return plain.createInstance();
  }

  /** Buffers are its own, so a copy is needed for every thread. */
  @Override
  public TypeSerializer<T> duplicate() {
    return new PackedSerializer<>(plain.duplicate());
  }

  @Override
  public boolean isImmutableType() {
    return plain.isImmutableType();
  }

  @Override
  public int getLength() {
    return ANY_LENGTH;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackedSerializer<?> packing && plain.equals(packing.plain);
  }

  @Override
  public int hashCode() {
    return plain.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new Snapshot<>(this);
  }

  /**
   * What savepoints say of it: what the other serializer's say.
   *
   * @param <T> type of the values
   */
  public static final class Snapshot<T>
      extends CompositeTypeSerializerSnapshot<T, PackedSerializer<T>> {
    private static final int VERSION = 1;

    /** For Flink. */
    public Snapshot() {}

    Snapshot(PackedSerializer<T> serializer) {
      super(serializer);
    }

    @Override
    protected int getCurrentOuterSnapshotVersion() {
      return VERSION;
    }

    @Override
    protected TypeSerializer<?>[] getNestedSerializers(PackedSerializer<T> packing) {
      return new TypeSerializer<?>[] {packing.plain};
    }

    @Override
    @SuppressWarnings("unchecked") // they are those that getNestedSerializers gave
    protected PackedSerializer<T> createOuterSerializerWithNestedSerializers(
        TypeSerializer<?>[] nested) {
      return new PackedSerializer<>((TypeSerializer<T>) nested[0]);
    }
  }
}
