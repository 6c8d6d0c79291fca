package io.tocsin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Takes state through bytes, as a checkpoint does, with Flink's own serializers. */
public final class StateCopy<T> {
  private final ThreadLocal<TypeSerializer<T>> serializers;

  private StateCopy(TypeSerializer<T> serializer) {
    serializers = ThreadLocal.withInitial(serializer::duplicate);
  }

  /** Of a type of state. */
  public static <T> StateCopy<T> of(Class<T> type) {
    return new StateCopy<>(TypeInformation.of(type).createSerializer(new SerializerConfigImpl()));
  }

  /** The value as a checkpoint holds it. */
  public byte[] write(T value) {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    try {
      serializers.get().serialize(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.getCopyOfBuffer();
  }

  /** The value as it comes back. */
  public T read(byte[] bytes) {
    try {
      return serializers.get().deserialize(new DataInputDeserializer(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
