package io.tocsin.deploy.bench;

/**
 * All watches are spoken of in turn.
 *
 * @param title in a table
 * @param watches how many
 * @param periodMillis how long until each is spoken of again
 * @param rounds how often each is spoken of
 * @param roundsBefore how many of these are not measured
 */
record EvenLoad(String title, int watches, long periodMillis, int rounds, int roundsBefore)
    implements WatchLoad {
  @Override
  public long mentions() {
    return (long) watches * rounds;
  }

  @Override
  public long mentionsBefore() {
    return (long) watches * roundsBefore;
  }

  @Override
  public int watch(long mention) {
    return (int) (mention % watches);
  }

  @Override
  public long atMillis(long mention) {
    long round = mention / watches;
    return round * periodMillis + mention % watches * periodMillis / watches;
  }
}
