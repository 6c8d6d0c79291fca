package io.tocsin.window;

import java.util.ArrayList;
import java.util.List;

/**
 * The last slides of one watch, in a ring: any window that is a whole number of slides is a sum
 * over its tail.
 *
 * <p>Fields are public and change in place because the class is operator state: Flink serialises it
 * as a POJO, and a fresh copy a slide would be garbage.
 */
public final class SlidingSums {
  /** Slides kept. */
  public int capacity;

  /** Start of the newest slide, epoch milliseconds; {@link Long#MIN_VALUE} before the first. */
  public long newestMillis = Long.MIN_VALUE;

  /** Ring of slides that saw something, oldest first; at most {@link #capacity}. */
  public List<Slide> slides = new ArrayList<>();

  /** For Flink. */
  public SlidingSums() {}

  /** A ring of so many slides. */
  public SlidingSums(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Moves on to the slide and forgets what left the ring.
   *
   * @param slide later than every slide before it
   * @param slideMillis the step
   * @throws IllegalArgumentException if the slide is not later
   */
  public void add(Slide slide, long slideMillis) {
    if (slide.startMillis() <= newestMillis) {
      throw new IllegalArgumentException(
          "slide " + slide.startMillis() + " is not later than " + newestMillis);
    }
    newestMillis = slide.startMillis();
    long oldest = newestMillis - (capacity - 1L) * slideMillis;
    slides.removeIf(kept -> kept.startMillis() < oldest);
    if (slide.mentions() > 0) {
      slides.add(slide);
    }
  }

  /** The sums of the window of this length that ends with the newest slide. */
  public WindowSums window(long windowMillis, long slideMillis) {
    long end = newestMillis + slideMillis;
    return between(end - windowMillis, end);
  }

  /** The sums of the slides that begin in this time, as far as the ring still holds them. */
  public WindowSums between(long fromMillis, long toMillis) {
    WindowSums sums = new WindowSums(toMillis - fromMillis);
    for (Slide slide : slides) {
      if (slide.startMillis() >= fromMillis && slide.startMillis() < toMillis) {
        sums.add(slide);
      }
    }
    return sums;
  }

  /** Whether nothing is left in the ring. */
  public boolean isEmpty() {
    return slides.isEmpty();
  }
}
