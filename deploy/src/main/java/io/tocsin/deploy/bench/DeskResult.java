package io.tocsin.deploy.bench;

/**
 * What open pages cost a desk.
 *
 * @param viewers open pages
 * @param cpuNanos CPU time of the desk's own threads
 * @param wallNanos how long was measured
 * @param bytes sent to all pages, as they stand on the line
 * @param longestGapMillis the longest time for which any page heard nothing
 */
record DeskResult(int viewers, long cpuNanos, long wallNanos, long bytes, long longestGapMillis) {
  /** CPU time over time: 1 is one core that does nothing else. */
  double shareOfACore() {
    return (double) cpuNanos / wallNanos;
  }

  /** What one page is sent in a second. */
  double bytesAViewerSecond() {
    return bytes / (wallNanos / 1e9) / viewers;
  }
}
