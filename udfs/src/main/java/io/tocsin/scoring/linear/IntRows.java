package io.tocsin.scoring.linear;

/** Rows of up to four outputs: one int each, added up in two pairs of lanes. */
final class IntRows implements PackedRows {
  static final int OUTPUTS = 4;

  private static final int LANES = 0x00ff00ff;
  private static final int LANE = 0xffff;
  private static final int WEIGHT = 0xff;

  private final int outputs;
  private final int shift;
  private final int[] rows;

  IntRows(byte[] weights, int outputs, int bits) {
    this.outputs = outputs;
    shift = Integer.SIZE - bits;
    rows = new int[1 << bits];
    for (int i = 0; i < weights.length; i++) {
      rows[i / outputs] |= (weights[i] + ZERO) << (i % outputs * Byte.SIZE);
    }
  }

  @Override
  public void addTo(float[] odds, int[] hashes, int size, float factor) {
    int first = 0;
    int second = 0;
    int third = 0;
    int fourth = 0;
    for (int start = 0; start < size; start += FEATURES_AT_ONCE) {
      int end = Math.min(size, start + FEATURES_AT_ONCE);
      int even = 0;
      int odd = 0;
      for (int i = start; i < end; i++) {
        int row = rows[hashes[i] >>> shift];
        even += row & LANES;
        odd += (row >>> Byte.SIZE) & LANES;
      }
      first += even & LANE;
      second += odd & LANE;
      third += even >>> Character.SIZE;
      fourth += odd >>> Character.SIZE;
    }
    int zero = size * ZERO;
    add(odds, 0, factor * (first - zero));
    add(odds, 1, factor * (second - zero));
    add(odds, 2, factor * (third - zero));
    add(odds, 3, factor * (fourth - zero));
  }

  @Override
  public byte[] weights() {
    byte[] weights = new byte[outputs * rows.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (byte) (((rows[i / outputs] >>> (i % outputs * Byte.SIZE)) & WEIGHT) - ZERO);
    }
    return weights;
  }

  private void add(float[] odds, int output, float addend) {
    if (output < outputs) {
      odds[output] += addend;
    }
  }
}
