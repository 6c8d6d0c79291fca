package io.tocsin.jobs.operator;

/** Slices of event time of one width, aligned to the epoch. */
public final class Slices {
  private Slices() {}

  /**
   * The border up to which a watermark closes slices: everything before it is complete.
   *
   * @return epoch milliseconds; {@link Long#MAX_VALUE} at the end of input
   */
  public static long border(long watermarkMillis, long sliceMillis) {
    return watermarkMillis == Long.MAX_VALUE
        ? Long.MAX_VALUE
        : Math.floorDiv(watermarkMillis + 1, sliceMillis) * sliceMillis;
  }
}
