package io.tocsin.deploy.firehose.chance;

import java.util.List;

/**
 * A stream of draws that depends on nothing but its seed: not on the machine, the JDK or the
 * threads.
 *
 * <p>It is SplitMix64 (Steele, Lea and Flood, 'Fast splittable pseudorandom number generators',
 * OOPSLA 2014); logarithms and powers are taken from {@link StrictMath}, whose results do not
 * differ by platform. Not thread-safe.
 */
public final class Chance {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT_53 = 0x1.0p-53;

  /** From this mean on a Poisson count is drawn from the normal distribution next to it. */
  private static final double LARGE_MEAN = 30;

  private final long seed;
  private long state;

  /** A stream of draws from this seed. */
  public Chance(long seed) {
    this.seed = mix(seed);
    this.state = this.seed;
  }

  /**
   * A stream of its own for a purpose: the same for the same seed and purpose, whatever was drawn
   * here before.
   */
  public Chance fork(String purpose) {
    return fork(purpose.hashCode());
  }

  /** A stream of its own for a number, as {@link #fork(String)}. */
  public Chance fork(long number) {
    return new Chance(seed ^ mix(number + GOLDEN_GAMMA));
  }

  /** Any 64 bits. */
  public long bits() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** From 0, inclusive, to 1, exclusive, evenly. */
  public double unit() {
    return (bits() >>> 11) * UNIT_53;
  }

  /** Whether something of this probability, from 0 to 1, happens. */
  public boolean happens(double probability) {
    return unit() < probability;
  }

  /** From 0 to {@code bound - 1}, evenly; the bound is at least 1. */
  public int below(int bound) {
    return (int) (((bits() >>> 32) * bound) >>> 32);
  }

  /** From {@code least}, inclusive, to {@code end}, exclusive, evenly. */
  public long between(long least, long end) {
    return least + (long) (unit() * (end - least));
  }

  /** From {@code least} to {@code end}, evenly. */
  public double between(double least, double end) {
    return least + unit() * (end - least);
  }

  /** One of the values, evenly. */
  public <T> T oneOf(List<T> values) {
    return values.get(below(values.size()));
  }

  /** A normal draw of mean 0 and standard deviation 1 (Box and Muller 1958). */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** A count of what comes at random with this mean, from 0 (Knuth's product of units). */
  public int poisson(double mean) {
    if (mean >= LARGE_MEAN) {
      return (int) Math.max(0, Math.rint(mean + StrictMath.sqrt(mean) * normal()));
    }
    double floor = StrictMath.exp(-mean);
    int count = 0;
    for (double product = unit(); product > floor; product *= unit()) {
      count++;
    }
    return count;
  }

  /**
   * A heavy-tailed draw: larger than {@code x} with probability {@code (least / x) ^ exponent}
   * (Pareto).
   */
  public double pareto(double least, double exponent) {
    return least * StrictMath.pow(1 - unit(), -1 / exponent);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
