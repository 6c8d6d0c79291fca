package io.tocsin.deploy.firehose;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a world as a file: one record a line, in the order of arrival. */
public final class MentionsFile {
  private MentionsFile() {}

  /**
   * Writes all further records of the world that arrive until then.
   *
   * @param untilMillis epoch milliseconds
   * @return how many records were written, by kind
   * @throws IOException if the file cannot be written
   */
  public static RecordCounts write(World world, long untilMillis, Path file) throws IOException {
    RecordCounts.Counter counter = new RecordCounts.Counter();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      world.until(
          untilMillis,
          line -> {
            writeLine(out, line.value());
            counter.add(line.kind());
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return counter.counts();
  }

  private static void writeLine(OutputStream out, byte[] line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
