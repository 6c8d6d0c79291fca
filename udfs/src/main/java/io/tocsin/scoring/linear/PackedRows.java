package io.tocsin.scoring.linear;

/** The weights of a model, a row of whole numbers a bucket, packed so that they add up quickly. */
interface PackedRows {
  /** What a packed weight is above the weight: weights from -128 to 127 become 0 to 255. */
  int ZERO = 128;

  /** As many packed weights as fit a lane of 16 bits. */
  int FEATURES_AT_ONCE = 256;

  /** Packs the weights of bucket 0, then those of bucket 1, and so on. */
  static PackedRows of(byte[] weights, int outputs, int bits) {
    return outputs <= IntRows.OUTPUTS
        ? new IntRows(weights, outputs, bits)
        : new LongRows(weights, outputs, bits);
  }

  /**
   * Adds the weights of features to the logarithmic odds.
   *
   * @param hashes of the features
   * @param size how many of them
   * @param factor what a weight of 1 adds
   */
  void addTo(float[] odds, int[] hashes, int size, float factor);

  /** The weights as they were before they were packed. */
  byte[] weights();
}
