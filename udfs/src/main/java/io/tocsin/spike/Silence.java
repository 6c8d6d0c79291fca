package io.tocsin.spike;

import io.tocsin.feed.FeedGaps;

/**
 * Whether no mention comes where the usual rate should have brought some. Time is measured in
 * mentions that should have come, so a quiet night is short and a minute of a busy noon is long. It
 * is a silence where chance leaves so many out at most once in 10^8 times, by the negative binomial
 * of the baseline, and where it is twice as long as the longest quiet stretch known.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class Silence {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long NONE = Long.MIN_VALUE;
  private static final long MOST_MILLIS = 24 * 3_600_000L;
  private static final long WARM_UP_ROWS = Baseline.DAY_ROWS;

  /** With one mention a second, an hour of past is enough: nobody sleeps so suddenly. */
  private static final long BUSY_WARM_UP_ROWS = 12;

  private static final double BUSY_ROW = 300;
  private static final double DECADES = 8;
  private static final double TIMES_LONGEST = 2;
  private static final double MOST_LESSON = 5;
  private static final double LONGEST_HALF_LIFE_MILLIS = 4 * 24 * 3_600_000.0;

  /** End of the slide with the last mention, epoch milliseconds. */
  public long lastMillis = NONE;

  /** Mean row of the hour before it. */
  public double lateRow;

  /** When it will be a silence if nothing comes; {@link Long#MAX_VALUE} while nobody has asked. */
  public long dueMillis = NEVER;

  /** Whether a silence has been told and is not over. */
  public boolean on;

  /** Mentions that had been missed when it was told. */
  public double missed;

  /** The longest quiet stretch in mentions that should have come, forgetting. */
  public double longest;

  /**
   * A mention came.
   *
   * @param late mean row of the last hour
   * @param gaps what other feeds hid of the time before
   * @return whether it ended a silence
   */
  public boolean hear(Baseline baseline, double late, long slideStart, long now, FeedGaps gaps) {
    if (lastMillis != NONE && slideStart > lastMillis) {
      learn(since(baseline, gaps).by(slideStart), slideStart - lastMillis);
    }
    boolean ended = on;
    on = false;
    lastMillis = now;
    lateRow = late;
    dueMillis = NEVER;
    return ended;
  }

  /** Nothing came up to now. Returns whether a silence begins. */
  public boolean begins(Baseline baseline, FeedGaps gaps, long now) {
    if (on || now < dueMillis) {
      return false;
    }
    double count = since(baseline, gaps).by(now);
    dueMillis = NEVER;
    // A hair less: the sum up to the time that it was sought for may be rounded down.
    on = count >= needed(baseline) * (1 - 1e-9) && now - lastMillis < MOST_MILLIS;
    missed = on ? count : missed;
    return on;
  }

  /** Whether a silence has lasted for so long that it is the new usual; then it ends. */
  public boolean isGivenUp(long now) {
    boolean tooLong = on && now - lastMillis >= MOST_MILLIS;
    on = on && !tooLong;
    return tooLong;
  }

  /**
   * When to ask again if nothing comes.
   *
   * @param leastMillis a silence lasts at least so long
   * @return epoch milliseconds, a whole number of slides; {@link Long#MAX_VALUE} for never
   */
  public long wakesAt(
      Baseline baseline, FeedGaps gaps, long leastMillis, long slideMillis, long now) {
    if (on) {
      return lastMillis + MOST_MILLIS;
    }
    if (lastMillis == NONE || !isWarm(baseline) || now - lastMillis >= MOST_MILLIS) {
      return NEVER;
    }
    if (dueMillis == NEVER) {
      long reached =
          since(baseline, gaps)
              .reach(needed(baseline), lastMillis + MOST_MILLIS - slideMillis, slideMillis);
      dueMillis = reached == NEVER ? NEVER : Math.max(reached, lastMillis + leastMillis);
    }
    return dueMillis == NEVER ? NEVER : Math.max(dueMillis, now + slideMillis);
  }

  /** Rarity in decades of what was missed when the silence was told. */
  public double decades(Baseline baseline) {
    return missed / burstiness(baseline.dispersion) / Math.log(10);
  }

  private double needed(Baseline baseline) {
    double rare = DECADES * Math.log(10) * burstiness(baseline.dispersion);
    return Math.max(rare, TIMES_LONGEST * longest);
  }

  private boolean isWarm(Baseline baseline) {
    return baseline.rows >= WARM_UP_ROWS
        || (baseline.rows >= BUSY_WARM_UP_ROWS && lateRow >= BUSY_ROW);
  }

  private MissedMentions since(Baseline baseline, FeedGaps gaps) {
    return new MissedMentions(baseline, lateRow, lastMillis, gaps);
  }

  /** What was told as a silence teaches little, or the next one would not be told. */
  private void learn(double quiet, long millis) {
    longest *= Math.pow(2, -millis / LONGEST_HALF_LIFE_MILLIS);
    longest = Math.max(longest, on ? Math.min(quiet, 2 * longest + MOST_LESSON) : quiet);
  }

  /** The negative binomial leaves out m mentions with the chance exp(-m / burstiness). */
  private static double burstiness(double dispersion) {
    return dispersion <= 1.0001 ? 1 : (dispersion - 1) / Math.log(dispersion);
  }
}
