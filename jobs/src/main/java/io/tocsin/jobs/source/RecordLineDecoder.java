package io.tocsin.jobs.source;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** Reads records of {@code WireJson}, one a line. */
final class RecordLineDecoder<T> implements LineDecoder<T> {
  private final RecordDecoder<T> decoder;

  RecordLineDecoder(Class<T> type) {
    this.decoder = new RecordDecoder<>(type);
  }

  @Override
  public @Nullable T decode(byte[] line, String source, long offset) {
    return decoder.decode(line, source, "byte " + offset);
  }

  @Override
  public TypeInformation<T> producedType() {
    return TypeInformation.of(decoder.type());
  }
}
