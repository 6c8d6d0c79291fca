package io.tocsin.mention;

/**
 * Remembers which mentions it let through. A mention is a repeat when one with the same fingerprint
 * was let through with an event time at most a span away, before or after; this is exact, not a
 * Bloom filter's guess. What came again is not let through, so it does not prolong the memory.
 *
 * <p>Memory: an open-addressing table with linear probing, 16 bytes a slot (fingerprint and time
 * side by side, one cache line a look), 25 to 75 % full: 21 to 64 bytes a remembered mention, 32 on
 * average while the load is steady. Forgetting costs no work of its own: expired slots are written
 * over, and thrown out whenever the table is rebuilt, at the latest one span after they expired.
 */
public final class RepeatFilter {
  /** Memory of one slot of the table, in bytes. */
  public static final int BYTES_PER_SLOT = 2 * Long.BYTES;

  private static final int FEWEST_SLOTS = 16;
  private static final long EMPTY = Long.MIN_VALUE;

  private final long spanMillis;

  /** Fingerprint and event time in turn; a slot is free where the time is {@link #EMPTY}. */
  private long[] table = emptyTable(FEWEST_SLOTS);

  private int usedSlots;
  private long horizonMillis = EMPTY + 1;
  private long sweptAtMillis = EMPTY + 1;
  private long newestMillis = EMPTY;

  /**
   * A filter without memories.
   *
   * @param spanMillis how far apart two event times may be for the later record to be a repeat
   * @throws IllegalArgumentException if the span is negative
   */
  public RepeatFilter(long spanMillis) {
    if (spanMillis < 0) {
      throw new IllegalArgumentException("span is negative: " + spanMillis);
    }
    this.spanMillis = spanMillis;
  }

  /**
   * Whether this is not a repeat; if so, it is remembered. What is older than the horizon cannot be
   * judged any more: it is let through and not remembered.
   *
   * @param eventTimeMillis epoch milliseconds
   */
  public boolean letsThrough(long fingerprint, long eventTimeMillis) {
    int free = freeSlotUnlessRepeat(fingerprint, eventTimeMillis);
    if (free < 0) {
      return false;
    }
    if (eventTimeMillis >= horizonMillis) {
      write(free, fingerprint, eventTimeMillis);
    }
    return true;
  }

  /**
   * Forgets what was let through with an event time before this. Times earlier than an earlier
   * call's change nothing.
   */
  public void expireBefore(long millis) {
    if (millis <= horizonMillis) {
      return;
    }
    horizonMillis = millis;
    if (usedSlots > 0 && (newestMillis < millis || millis - spanMillis > sweptAtMillis)) {
      rebuild();
    }
  }

  /** How many mentions are remembered and not expired. Counts them all: for tests and reports. */
  public int remembered() {
    int live = 0;
    for (int slot = 0; slot < slots(); slot++) {
      live += isLive(slot) ? 1 : 0;
    }
    return live;
  }

  /** Slots of the table; times {@link #BYTES_PER_SLOT} is its memory. */
  public int slots() {
    return table.length / 2;
  }

  /** The slot where the mention belongs, or -1 if it is a repeat. */
  private int freeSlotUnlessRepeat(long fingerprint, long eventTimeMillis) {
    int mask = slots() - 1;
    int reusable = -1;
    for (int slot = (int) fingerprint & mask; ; slot = (slot + 1) & mask) {
      long time = table[2 * slot + 1];
      if (time == EMPTY) {
        return reusable < 0 ? slot : reusable;
      }
      if (time < horizonMillis) {
        reusable = reusable < 0 ? slot : reusable;
      } else if (table[2 * slot] == fingerprint && Math.abs(time - eventTimeMillis) <= spanMillis) {
        return -1;
      }
    }
  }

  private void write(int slot, long fingerprint, long eventTimeMillis) {
    boolean wasEmpty = table[2 * slot + 1] == EMPTY;
    table[2 * slot] = fingerprint;
    table[2 * slot + 1] = eventTimeMillis;
    newestMillis = Math.max(newestMillis, eventTimeMillis);
    if (wasEmpty && ++usedSlots * 4L > slots() * 3L) {
      rebuild();
    }
  }

  /** Moves what is live to a table at most half full. */
  private void rebuild() {
    long[] old = table;
    int live = remembered();
    table =
        emptyTable(Math.max(FEWEST_SLOTS, Integer.highestOneBit(Math.max(1, 2 * live - 1)) * 2));
    usedSlots = 0;
    sweptAtMillis = horizonMillis;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] >= horizonMillis) {
        insert(old[i], old[i + 1]);
      }
    }
  }

  private void insert(long fingerprint, long eventTimeMillis) {
    int mask = slots() - 1;
    int slot = (int) fingerprint & mask;
    while (table[2 * slot + 1] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    table[2 * slot] = fingerprint;
    table[2 * slot + 1] = eventTimeMillis;
    usedSlots++;
  }

  private boolean isLive(int slot) {
    return table[2 * slot + 1] >= horizonMillis;
  }

  private static long[] emptyTable(int slots) {
    long[] table = new long[2 * slots];
    for (int i = 1; i < table.length; i += 2) {
      table[i] = EMPTY;
    }
    return table;
  }
}
