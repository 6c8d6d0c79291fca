package io.tocsin.deploy.bench;

import java.util.SplittableRandom;

/**
 * A few watches are on everybody's lips and most are hardly named: the watch of rank r is spoken of
 * 1/r times as often as the first (Zipf's law), by chance. In the hour before, each was named once.
 *
 * @param title in a table
 * @param watches how many
 * @param hours how many of them, with as many mentions each as there are watches
 */
record ZipfLoad(String title, int watches, int hours) implements WatchLoad {
  private static final long HOUR = 3_600_000;

  @Override
  public long mentions() {
    return (1L + hours) * watches;
  }

  @Override
  public long mentionsBefore() {
    return watches;
  }

  @Override
  public int watch(long mention) {
    return mention < watches ? (int) mention : drawn(new SplittableRandom(mention).nextDouble());
  }

  @Override
  public long atMillis(long mention) {
    return mention * HOUR / watches;
  }

  /** Ranks are 1/r likely where their logarithms are equally likely. */
  private int drawn(double chance) {
    return (int) Math.min(watches - 1, Math.exp(chance * Math.log1p(watches)) - 1);
  }
}
