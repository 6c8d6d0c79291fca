package io.tocsin.window;

import java.util.Arrays;

/**
 * The last slides of one watch, in a ring: any window that is a whole number of slides is a sum
 * over its tail. Numbers lie in one array a field, so that state of a few hundred bytes is read and
 * written for a slide and nothing is allocated.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class SlidingSums {
  /** The step, milliseconds. */
  public long slideMillis;

  /** Start of the newest slide, epoch milliseconds; {@link Long#MIN_VALUE} before the first. */
  public long newestMillis = Long.MIN_VALUE;

  /** Start of the newest slide that saw something; {@link Long#MIN_VALUE} before the first. */
  public long newestBusyMillis = Long.MIN_VALUE;

  /** Ring of {@link Slide#mentions}. */
  public int[] mentions = {};

  /** Ring of {@link Slide#voices}. */
  public int[] voices = {};

  /** Ring of {@link Slide#scored}. */
  public int[] scored = {};

  /** Ring of {@link Slide#negative}. */
  public int[] negative = {};

  /** Ring of {@link Slide#distinctTexts}. */
  public int[] distinctTexts = {};

  /** Ring of {@link Slide#distinctAuthors}. */
  public int[] distinctAuthors = {};

  /** Ring of {@link Slide#negativity}. */
  public float[] negativity = {};

  /** Ring of {@link Slide#reachWeight}. */
  public float[] reachWeights = {};

  /** Ring of {@link Slide#reach}. */
  public long[] reach = {};

  /** For Flink. */
  public SlidingSums() {}

  /**
   * A ring.
   *
   * @param capacity slides kept, at least 1
   * @param slideMillis the step
   */
  public SlidingSums(int capacity, long slideMillis) {
    this.slideMillis = slideMillis;
    mentions = new int[capacity];
    voices = new int[capacity];
    scored = new int[capacity];
    negative = new int[capacity];
    distinctTexts = new int[capacity];
    distinctAuthors = new int[capacity];
    negativity = new float[capacity];
    reachWeights = new float[capacity];
    reach = new long[capacity];
  }

  /**
   * Moves on to the slide and forgets what left the ring.
   *
   * @param slide later than every slide before it
   * @throws IllegalArgumentException if the slide is not later
   */
  public void add(Slide slide) {
    if (slide.startMillis() <= newestMillis) {
      throw new IllegalArgumentException(
          "slide " + slide.startMillis() + " is not later than " + newestMillis);
    }
    forgetUpTo(slide.startMillis());
    newestMillis = slide.startMillis();
    if (slide.mentions() > 0) {
      newestBusyMillis = newestMillis;
      set(slot(newestMillis), slide);
    }
  }

  /** The sums of the window of this length that ends with the newest slide. */
  public WindowSums window(long windowMillis) {
    long end = newestMillis + slideMillis;
    return between(end - windowMillis, end);
  }

  /** The sums of the slides that begin in this time, as far as the ring still holds them. */
  public WindowSums between(long fromMillis, long toMillis) {
    WindowSums sums = new WindowSums(toMillis - fromMillis);
    long last = Math.min(newestMillis, toMillis - slideMillis);
    for (long start = Math.max(fromMillis, oldestMillis()); start <= last; start += slideMillis) {
      sums.add(this, slot(start));
    }
    return sums;
  }

  /** Start of the oldest slide that the ring holds. */
  public long oldestMillis() {
    return newestMillis - (mentions.length - 1L) * slideMillis;
  }

  /** Mentions of the slide that begins then; it must be in the ring. */
  public int mentionsAt(long slideStart) {
    return mentions[slot(slideStart)];
  }

  /** Voices of the slide that begins then; it must be in the ring. */
  public int voicesAt(long slideStart) {
    return voices[slot(slideStart)];
  }

  /** Negativity of the slide that begins then; it must be in the ring. */
  public double negativityAt(long slideStart) {
    return negativity[slot(slideStart)];
  }

  /** Weight of reach of the slide that begins then; it must be in the ring. */
  public double reachWeightAt(long slideStart) {
    return reachWeights[slot(slideStart)];
  }

  /** Whether nothing is left in the ring. */
  public boolean isEmpty() {
    return newestBusyMillis == Long.MIN_VALUE || newestBusyMillis < oldestMillis();
  }

  private void forgetUpTo(long slideStart) {
    if (newestMillis == Long.MIN_VALUE
        || slideStart - newestMillis >= mentions.length * slideMillis) {
      Arrays.fill(mentions, 0);
      Arrays.fill(voices, 0);
      Arrays.fill(scored, 0);
      Arrays.fill(negative, 0);
      Arrays.fill(distinctTexts, 0);
      Arrays.fill(distinctAuthors, 0);
      Arrays.fill(negativity, 0);
      Arrays.fill(reachWeights, 0);
      Arrays.fill(reach, 0);
    } else {
      for (long start = newestMillis + slideMillis; start <= slideStart; start += slideMillis) {
        set(slot(start), Slide.empty(start));
      }
    }
  }

  private void set(int slot, Slide slide) {
    mentions[slot] = held(slide.mentions());
    voices[slot] = held(slide.voices());
    scored[slot] = held(slide.scored());
    negative[slot] = held(slide.negative());
    distinctTexts[slot] = held(slide.distinctTexts());
    distinctAuthors[slot] = held(slide.distinctAuthors());
    negativity[slot] = (float) slide.negativity();
    reachWeights[slot] = (float) slide.reachWeight();
    reach[slot] = slide.reach();
  }

  private int slot(long slideStart) {
    return (int) Math.floorMod(Math.floorDiv(slideStart, slideMillis), (long) mentions.length);
  }

  private static int held(long count) {
    return (int) Math.min(count, Integer.MAX_VALUE);
  }
}
