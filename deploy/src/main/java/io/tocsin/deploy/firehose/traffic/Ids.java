package io.tocsin.deploy.firehose.traffic;

/**
 * Numbers posts, as networks do: later ones are larger within a stream, and no two streams of a
 * world share one.
 */
final class Ids {
  private static final int STREAMS = 64;
  private static final int MILLIS_SHIFT = 20;

  private long next;

  /**
   * Ids of one stream.
   *
   * @param startMillis when the world begins, epoch milliseconds
   * @param stream from 0 to 63
   * @throws IllegalArgumentException if the stream is out of range
   */
  Ids(long startMillis, int stream) {
    if (stream < 0 || stream >= STREAMS) {
      throw new IllegalArgumentException("stream is not from 0 to 63: " + stream);
    }
    next = (startMillis << MILLIS_SHIFT) + stream;
  }

  String next() {
    long id = next;
    next += STREAMS;
    return Long.toString(id);
  }
}
