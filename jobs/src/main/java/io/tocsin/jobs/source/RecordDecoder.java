package io.tocsin.jobs.source;

import io.tocsin.jobs.wire.WireJson;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one of Tocsin's own records from JSON. What is malformed is logged with its place, and
 * reading goes on: one bad acknowledgement must not stop detection.
 */
final class RecordDecoder<T> implements Serializable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordDecoder.class);

  private final Class<T> type;

  RecordDecoder(Class<T> type) {
    this.type = type;
  }

  Class<T> type() {
    return type;
  }

  /**
   * The record, or null if the bytes are none.
   *
   * @param source topic or file
   * @param place where in it, for a person
   */
  @Nullable T decode(byte @Nullable [] bytes, String source, String place) {
    try {
      T record = bytes == null ? null : WireJson.fromBytes(bytes, type);
      if (record != null) {
        return record;
      }
      LOG.warn("{} {}: no {} but an empty record", source, place, type.getSimpleName());
    } catch (IOException e) {
      LOG.warn("{} {}: not a {}: {}", source, place, type.getSimpleName(), e.getMessage());
    }
    return null;
  }
}
