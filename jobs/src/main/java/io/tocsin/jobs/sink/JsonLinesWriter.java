package io.tocsin.jobs.sink;

import io.tocsin.jobs.wire.WireJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** Writes into a {@code .part} file and moves it into place when the input has ended. */
final class JsonLinesWriter<T> implements SinkWriter<T> {
  private final Path file;
  private final Path part;
  private final OutputStream out;
  private boolean inputEnded;

  /** Begins the file anew: an earlier run's is gone. Its folder is made where it is missing. */
  JsonLinesWriter(Path file) throws IOException {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    Files.createDirectories(part.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    this.out = new BufferedOutputStream(Files.newOutputStream(part));
  }

  @Override
  public void write(T value, Context context) throws IOException {
    out.write(WireJson.toBytes(value));
    out.write('\n');
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    out.flush();
    inputEnded |= endOfInput;
  }

  @Override
  public void close() throws IOException {
    out.close();
    if (inputEnded) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
