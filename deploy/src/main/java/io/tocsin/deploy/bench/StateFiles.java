package io.tocsin.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Watches how much RocksDB writes under a folder while a job runs: it takes it away at the end. */
final class StateFiles implements AutoCloseable {
  private static final long PERIOD_MILLIS = 500;

  private final Path folder;
  private final AtomicLong mostBytes = new AtomicLong();
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

  StateFiles(Path folder) {
    this.folder = folder;
    var unused = looking.scheduleAtFixedRate(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The most that was seen, bytes. */
  long mostBytes() {
    return mostBytes.get();
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }

  private void look() {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes =
          files.filter(file -> file.toString().endsWith(".sst")).mapToLong(StateFiles::size).sum();
      mostBytes.accumulateAndGet(bytes, Math::max);
    } catch (IOException | UncheckedIOException gone) {
      // Files come and go while one looks; the next look counts.
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
