package io.tocsin.jobs.source;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** Makes a record of one line of a file. */
interface LineDecoder<T> extends Serializable {
  /** Called once before the first line, where the lines are read. */
  default void open() {}

  /**
   * Reads one line.
   *
   * @param line its bytes without the line end, never empty; kept by nobody else
   * @param source the file
   * @param offset of the line's first byte
   * @return the record; null where the line holds none
   */
  @Nullable T decode(byte[] line, String source, long offset);

  /** What it makes. */
  TypeInformation<T> producedType();
}
