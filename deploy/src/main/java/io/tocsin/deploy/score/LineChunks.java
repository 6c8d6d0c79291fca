package io.tocsin.deploy.score;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into chunks of whole lines. A chunk leaves when it is full, or when it
 * holds a line and nothing more waits to be read, so that a person who types gets an answer a line.
 *
 * <p>Memory is bounded whatever comes: of a line longer than {@link #LONGEST_LINE} only the first
 * {@code LONGEST_LINE + 1} bytes are kept. A byte order mark at the start is left out.
 */
final class LineChunks {
  /** The longest line that is scored, in bytes without its end: 1 MiB. */
  static final int LONGEST_LINE = 1 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int KEPT_OF_A_LINE = LONGEST_LINE + 1;

  private final InputStream in;
  private final int chunkBytes;
  private byte[] bytes;
  private int filled;

  /** Behind the last whole line in {@link #bytes}; 0 where there is none. */
  private int linesEnd;

  private boolean skipsRestOfLine;
  private boolean isFirst = true;

  /**
   * Reads nothing yet.
   *
   * @param in where the lines come from
   * @param chunkBytes size of a chunk; longer lines make longer chunks
   */
  LineChunks(InputStream in, int chunkBytes) {
    this.in = in;
    this.chunkBytes = chunkBytes;
    this.bytes = new byte[chunkBytes];
  }

  /** The next chunk, at least one line; null at the end of the input. */
  @Nullable Chunk next() throws IOException {
    while (linesEnd == 0 || (filled < bytes.length && in.available() > 0)) {
      makeRoom();
      int read = in.read(bytes, filled, bytes.length - filled);
      if (read < 0) {
        return filled == 0 ? null : cutAt(filled);
      }
      take(read);
    }
    return cutAt(linesEnd);
  }

  /** Full of one line: take more of it, or no more where it is too long anyway. */
  private void makeRoom() {
    if (filled < bytes.length) {
      return;
    }
    if (filled > KEPT_OF_A_LINE) {
      skipsRestOfLine = true;
      filled = KEPT_OF_A_LINE;
    } else {
      bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, KEPT_OF_A_LINE + chunkBytes));
    }
  }

  private void take(int read) {
    int from = filled;
    int to = filled + read;
    if (skipsRestOfLine) {
      int lineEnd = indexOfLineEnd(from, to);
      skipsRestOfLine = lineEnd == to;
      System.arraycopy(bytes, lineEnd, bytes, from, to - lineEnd);
      to = from + to - lineEnd;
    }
    filled = to;
    linesEnd = Math.max(linesEnd, behindLastLineEnd(from, to));
  }

  private Chunk cutAt(int end) {
    int from = isFirst && startsWithMark(end) ? BYTE_ORDER_MARK.length : 0;
    isFirst = false;
    Chunk chunk = new Chunk(bytes, from, end);
    byte[] rest = new byte[Math.max(chunkBytes, filled - end)];
    System.arraycopy(bytes, end, rest, 0, filled - end);
    bytes = rest;
    filled -= end;
    linesEnd = 0;
    return chunk;
  }

  private boolean startsWithMark(int end) {
    return end >= BYTE_ORDER_MARK.length
        && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, 3);
  }

  private int indexOfLineEnd(int from, int to) {
    int i = from;
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private int behindLastLineEnd(int from, int to) {
    int i = to;
    while (i > from && bytes[i - 1] != '\n') {
      i--;
    }
    return i > from ? i : 0;
  }
}
