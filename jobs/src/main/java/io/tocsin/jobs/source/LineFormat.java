package io.tocsin.jobs.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines, read whole and in order; empty lines are skipped. A name that ends in {@code
 * .gz} is unpacked, and offsets then count unpacked bytes. After a restore reading goes on behind
 * the last line that was checkpointed.
 *
 * <p>A bulk format and not a stream format, because only a bulk format is told which file it reads,
 * and a dead letter must name it.
 */
final class LineFormat<T> implements BulkFormat<T, FileSourceSplit> {
  private final LineDecoder<T> decoder;

  LineFormat(LineDecoder<T> decoder) {
    this.decoder = decoder;
  }

  @Override
  public Reader<T> createReader(Configuration config, FileSourceSplit split) throws IOException {
    return open(split, 0);
  }

  @Override
  public Reader<T> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
    return open(split, split.getReaderPosition().map(CheckpointedPosition::getOffset).orElse(0L));
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return decoder.producedType();
  }

  private Reader<T> open(FileSourceSplit split, long offset) throws IOException {
    decoder.open();
    InputStream in = unpacked(split.path());
    in.skipNBytes(offset);
    return new BatchReader<>(new LineReader(in, offset), decoder, split.path().toString());
  }

  private static InputStream unpacked(Path path) throws IOException {
    InputStream in = path.getFileSystem().open(path);
    return path.getName().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }

  /** Reads ahead some lines at a time, as Flink fetches in batches. */
  private static final class BatchReader<T> implements Reader<T> {
    private static final int LINES = 256;
    private static final long BYTES = 1 << 20;

    private final LineReader lines;
    private final LineDecoder<T> decoder;
    private final String source;

    private BatchReader(LineReader lines, LineDecoder<T> decoder, String source) {
      this.lines = lines;
      this.decoder = decoder;
      this.source = source;
    }

    @Override
    public @Nullable RecordIterator<T> readBatch() throws IOException {
      List<RecordAndPosition<T>> batch = new ArrayList<>();
      long start = lines.position();
      boolean more = true;
      while (more && batch.size() < LINES && lines.position() - start < BYTES) {
        more = readLine(batch);
      }
      return batch.isEmpty() && !more ? null : new Batch<>(batch.iterator());
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }

    private boolean readLine(List<RecordAndPosition<T>> batch) throws IOException {
      long offset = lines.position();
      byte[] line = lines.readLine();
      if (line == null) {
        return false;
      }
      T record = line.length == 0 ? null : decoder.decode(line, source, offset);
      if (record != null) {
        batch.add(new RecordAndPosition<>(record, lines.position(), 0));
      }
      return true;
    }
  }

  /** Lines that were read; nothing is pooled, so nothing is released. */
  private record Batch<T>(Iterator<RecordAndPosition<T>> records)
      implements BulkFormat.RecordIterator<T> {
    @Override
    public @Nullable RecordAndPosition<T> next() {
      return records.hasNext() ? records.next() : null;
    }

    @Override
    public void releaseBatch() {}
  }
}
