package io.tocsin.jobs.source;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as raw bytes: nothing is decoded, so that a dead letter can keep what stood there. A
 * line ends with LF, CRLF or the end of the file, and may be of any length.
 */
final class LineReader implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int next;
  private int end;
  private long position;

  /**
   * Reads from where the stream stands.
   *
   * @param position the offset in the file of the stream's next byte
   */
  LineReader(InputStream in, long position) {
    this.in = in;
    this.position = position;
  }

  /** The offset of the first byte that was not read yet. */
  long position() {
    return position;
  }

  /** The next line without its end, perhaps empty; null after the last. */
  byte @Nullable [] readLine() throws IOException {
    if (next == end && !fill()) {
      return null;
    }
    int lineFeed = indexOfLineFeed();
    if (lineFeed < 0) {
      return withoutCarriageReturn(readAcrossBuffers());
    }
    byte[] line = Arrays.copyOfRange(buffer, next, lineFeed);
    advanceTo(lineFeed + 1);
    return withoutCarriageReturn(line);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private byte[] readAcrossBuffers() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(2 * BUFFER_BYTES);
    int lineFeed;
    do {
      lineFeed = indexOfLineFeed();
      int stop = lineFeed < 0 ? end : lineFeed;
      line.write(buffer, next, stop - next);
      advanceTo(lineFeed < 0 ? end : lineFeed + 1);
    } while (lineFeed < 0 && fill());
    return line.toByteArray();
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  private int indexOfLineFeed() {
    for (int i = next; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void advanceTo(int index) {
    position += index - next;
    next = index;
  }

  private static byte[] withoutCarriageReturn(byte[] line) {
    int length = line.length;
    return length > 0 && line[length - 1] == '\r' ? Arrays.copyOf(line, length - 1) : line;
  }
}
