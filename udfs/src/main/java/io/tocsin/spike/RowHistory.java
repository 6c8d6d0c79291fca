package io.tocsin.spike;

import java.util.Arrays;

/**
 * The rows of the last six hours, in a ring. Fields are public and change in place because the
 * class is operator state.
 */
public final class RowHistory {
  /** A row of which the feed brought nothing: it is not known, and not empty. */
  static final float UNSEEN = Float.NaN;

  /** Rows kept. */
  static final int KEPT = 72;

  /** Ring of the latest rows. */
  public float[] values = new float[KEPT];

  /** Rows seen. */
  public long rows;

  /** Rows among them that were not empty. */
  public long busyRows;

  /** Sum of all rows seen. */
  public double total;

  /** Sum of their squares. */
  public double squares;

  /** Adds the next row. */
  void add(double value) {
    values[(int) (rows % KEPT)] = (float) value;
    rows++;
    if (value > 0) {
      busyRows++;
      total += value;
      squares += value * value;
    }
  }

  /** Adds this many rows of nothing, or of {@link #UNSEEN}. */
  void addSame(float value, long count) {
    if (count >= KEPT) {
      Arrays.fill(values, value);
    } else {
      for (long i = 0; i < count; i++) {
        values[(int) ((rows + i) % KEPT)] = value;
      }
    }
    rows += count;
  }

  /** The row this many rows ago, 0 is the newest; 0 where it was not seen. */
  double ago(int rowsAgo) {
    return seen(rowsAgo) ? values[slot(rowsAgo)] : 0;
  }

  /** Whether the feed ran in the row this many rows ago. */
  boolean seen(int rowsAgo) {
    return !Float.isNaN(values[slot(rowsAgo)]);
  }

  private int slot(int rowsAgo) {
    return (int) Math.floorMod(rows - 1 - rowsAgo, (long) KEPT);
  }

  /** Rows known, at most as many as are kept. */
  int known() {
    return (int) Math.min(KEPT, rows);
  }

  /** Rows before the latest that were not empty. */
  long busyBefore(int count) {
    long busy = busyRows;
    for (int i = 0; i < Math.min(count, known()); i++) {
      busy -= ago(i) > 0 ? 1 : 0;
    }
    return busy;
  }

  /** Sum of all rows before the latest. */
  double totalBefore(int count) {
    return total - sum(count);
  }

  /** Sum of the squares of all rows before the latest. */
  double squaresBefore(int count) {
    double before = squares;
    for (int i = 0; i < Math.min(count, known()); i++) {
      before -= ago(i) * ago(i);
    }
    return before;
  }

  /** Sum of the latest rows. */
  double sum(int count) {
    double sum = 0;
    for (int i = 0; i < Math.min(count, known()); i++) {
      sum += ago(i);
    }
    return sum;
  }
}
