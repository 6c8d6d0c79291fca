package io.tocsin.mention;

/**
 * Remembers which mentions it let through. A mention is a repeat when one with the same fingerprint
 * was let through with an event time at most a span away, before or after; this is exact, not a
 * Bloom filter's guess. What came again is not let through, so it does not prolong the memory.
 *
 * <p>Memory: an open-addressing table with linear probing, 16 bytes a slot, fingerprint and time
 * side by side so that a look is about one cache line. It is rebuilt when three quarters full, to a
 * table that is just over half full: about 29 bytes a remembered mention after that, 21 before.
 *
 * <p>Forgetting costs next to nothing when it happens: expired slots are written over, and thrown
 * out when the table is rebuilt, which is when it is full or far too large for what two spans
 * brought. So the work stays in proportion to the mentions, and the memory follows them down.
 */
public final class RepeatFilter {
  /** Memory of one slot of the table, in bytes. */
  public static final int BYTES_PER_SLOT = 2 * Long.BYTES;

  private static final int FEWEST_SLOTS = 16;
  private static final int SHRINK_BELOW_ONE_IN = 8;
  private static final long EMPTY = Long.MIN_VALUE;

  private final long spanMillis;

  /** Fingerprint and event time in turn; a slot is free where the time is {@link #EMPTY}. */
  private long[] table = emptyTable(FEWEST_SLOTS);

  private int usedSlots;
  private long horizonMillis = EMPTY + 1;
  private long newestMillis = EMPTY;

  /** What was remembered since {@link #countedFromMillis}, and in the span of horizons before. */
  private int rememberedLately;

  private int rememberedBefore;
  private long countedFromMillis = EMPTY + 1;

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
   * @param fingerprint well-mixed bits; the upper half says where in the table it is looked for
   * @param eventTimeMillis epoch milliseconds
   */
  public boolean letsThrough(long fingerprint, long eventTimeMillis) {
    int free = freeSlotUnlessRepeat(fingerprint, eventTimeMillis, spanMillis);
    if (free < 0) {
      return false;
    }
    if (eventTimeMillis >= horizonMillis) {
      write(free, fingerprint, eventTimeMillis);
    }
    return true;
  }

  /** Remembers a mention that was let through elsewhere, such as before a restart. */
  public void remember(long fingerprint, long eventTimeMillis) {
    if (eventTimeMillis >= horizonMillis) {
      int free = freeSlotUnlessRepeat(fingerprint, eventTimeMillis, 0);
      if (free >= 0) {
        write(free, fingerprint, eventTimeMillis);
      }
    }
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
    if (millis - spanMillis > countedFromMillis) {
      countedFromMillis = millis;
      rememberedBefore = rememberedLately;
      rememberedLately = 0;
    }
    if (slots() > FEWEST_SLOTS && (newestMillis < millis || isFarTooLarge())) {
      rebuild();
    }
  }

  /** How many mentions are remembered and not expired. Counts them all: for tests and reports. */
  public int remembered() {
    int live = 0;
    for (int i = 1; i < table.length; i += 2) {
      live += table[i] >= horizonMillis ? 1 : 0;
    }
    return live;
  }

  /** Slots of the table; times {@link #BYTES_PER_SLOT} is its memory. */
  public int slots() {
    return table.length / 2;
  }

  /** The slot where the mention belongs, or -1 if one is remembered at most {@code span} away. */
  private int freeSlotUnlessRepeat(long fingerprint, long eventTimeMillis, long span) {
    int reusable = -1;
    int slot = home(fingerprint);
    while (true) {
      long time = table[2 * slot + 1];
      if (time == EMPTY) {
        return reusable < 0 ? slot : reusable;
      }
      if (time < horizonMillis) {
        reusable = reusable < 0 ? slot : reusable;
      } else if (table[2 * slot] == fingerprint && Math.abs(time - eventTimeMillis) <= span) {
        return -1;
      }
      slot = after(slot);
    }
  }

  private void write(int slot, long fingerprint, long eventTimeMillis) {
    boolean wasEmpty = table[2 * slot + 1] == EMPTY;
    table[2 * slot] = fingerprint;
    table[2 * slot + 1] = eventTimeMillis;
    newestMillis = Math.max(newestMillis, eventTimeMillis);
    rememberedLately++;
    if (wasEmpty && ++usedSlots > slots() / 4 * 3) {
      rebuild();
    }
  }

  /** An upper bound of what is live is enough to tell. */
  private boolean isFarTooLarge() {
    return (long) SHRINK_BELOW_ONE_IN * (rememberedLately + rememberedBefore) < slots();
  }

  /** Moves what is live to a table that is five ninths full. */
  private void rebuild() {
    long[] old = table;
    usedSlots = remembered();
    table = emptyTable(Math.max(FEWEST_SLOTS, (int) (usedSlots * 9L / 5)));
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] >= horizonMillis) {
        insert(old[i], old[i + 1]);
      }
    }
  }

  private void insert(long fingerprint, long eventTimeMillis) {
    int slot = home(fingerprint);
    while (table[2 * slot + 1] != EMPTY) {
      slot = after(slot);
    }
    table[2 * slot] = fingerprint;
    table[2 * slot + 1] = eventTimeMillis;
  }

  /**
   * Multiplies instead of dividing (Lemire 2019, Fast Random Integer Generation in an Interval).
   */
  private int home(long fingerprint) {
    return (int) (((fingerprint >>> Integer.SIZE) * slots()) >>> Integer.SIZE);
  }

  private int after(int slot) {
    return slot + 1 == slots() ? 0 : slot + 1;
  }

  private static long[] emptyTable(int slots) {
    long[] table = new long[2 * slots];
    for (int i = 1; i < table.length; i += 2) {
      table[i] = EMPTY;
    }
    return table;
  }
}
