package io.tocsin.scoring.linear;

/** Rows of any number of outputs: a long for every eight, added up in two fours of lanes. */
final class LongRows implements PackedRows {
  private static final int IN_ONE_LONG = 8;
  private static final long LANES = 0x00ff00ff00ff00ffL;
  private static final int LANE = 0xffff;
  private static final int WEIGHT = 0xff;

  private final int outputs;
  private final int shift;
  private final int longsInRow;
  private final long[] rows;

  LongRows(byte[] weights, int outputs, int bits) {
    this.outputs = outputs;
    shift = Integer.SIZE - bits;
    longsInRow = (outputs + IN_ONE_LONG - 1) / IN_ONE_LONG;
    rows = new long[longsInRow << bits];
    for (int i = 0; i < weights.length; i++) {
      rows[index(i)] |= (long) (weights[i] + ZERO) << place(i);
    }
  }

  @Override
  public void addTo(float[] odds, int[] hashes, int size, float factor) {
    for (int start = 0; start < size; start += FEATURES_AT_ONCE) {
      int end = Math.min(size, start + FEATURES_AT_ONCE);
      for (int part = 0; part < longsInRow; part++) {
        long even = 0;
        long odd = 0;
        for (int i = start; i < end; i++) {
          long row = rows[(hashes[i] >>> shift) * longsInRow + part];
          even += row & LANES;
          odd += (row >>> Byte.SIZE) & LANES;
        }
        unpack(even, odd, part * IN_ONE_LONG, (end - start) * ZERO, factor, odds);
      }
    }
  }

  @Override
  public byte[] weights() {
    byte[] weights = new byte[outputs * (rows.length / longsInRow)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (byte) (((rows[index(i)] >>> place(i)) & WEIGHT) - ZERO);
    }
    return weights;
  }

  private void unpack(long even, long odd, int first, int zero, float factor, float[] odds) {
    int end = Math.min(outputs - first, IN_ONE_LONG);
    for (int i = 0; i < end; i++) {
      long lanes = (i & 1) == 0 ? even : odd;
      int sum = (int) (lanes >>> ((i >> 1) * Character.SIZE)) & LANE;
      odds[first + i] += factor * (sum - zero);
    }
  }

  private int index(int weight) {
    return weight / outputs * longsInRow + weight % outputs / IN_ONE_LONG;
  }

  private int place(int weight) {
    return weight % outputs % IN_ONE_LONG * Byte.SIZE;
  }
}
