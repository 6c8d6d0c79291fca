package io.tocsin.deploy.bench;

/**
 * What a load cost.
 *
 * @param load which
 * @param looks how often a watch was looked at: its state read, judged and written
 * @param cpuNanos CPU time of the whole process, with what reads and writes state
 * @param bareNanos CPU time of the same panes, shuffled and thrown away
 * @param diskBytes the most that state took on disk, before RocksDB had cleaned up
 */
record WatchResult(WatchLoad load, long looks, long cpuNanos, long bareNanos, long diskBytes) {
  /** CPU time of one look at one watch. */
  double microsALook() {
    return (cpuNanos - bareNanos) / 1e3 / looks;
  }

  /** Looks a second on one core at that cost. */
  double looksACoreSecond() {
    return 1e6 / microsALook();
  }

  /** State on disk a watch. */
  double bytesAWatch() {
    return (double) diskBytes / load.watches();
  }
}
