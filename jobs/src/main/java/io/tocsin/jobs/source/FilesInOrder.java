package io.tocsin.jobs.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.FileSplitAssigner;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/**
 * File sources whose files are read one after another in the order given, so that the same input
 * gives the same stream at parallelism 1. (Flink's own enumeration skips files whose name starts
 * with a dot or an underscore, and its assigners promise no order.)
 */
final class FilesInOrder {
  private FilesInOrder() {}

  /** A bounded source of the lines of these files. */
  static <T> FileSource<T> of(LineDecoder<T> decoder, Path... files) {
    return FileSource.forBulkFileFormat(new LineFormat<>(decoder), files)
        .setFileEnumerator(OneSplitAFile::new)
        .setSplitAssigner(InOrder::new)
        .build();
  }

  private static final class OneSplitAFile implements FileEnumerator {
    @Override
    public Collection<FileSourceSplit> enumerateSplits(Path[] files, int minSplits)
        throws IOException {
      List<FileSourceSplit> splits = new ArrayList<>();
      for (Path file : files) {
        FileStatus status = file.getFileSystem().getFileStatus(file);
        long length = status.getLen();
        String id = "%09d".formatted(splits.size());
        splits.add(
            new FileSourceSplit(
                id, status.getPath(), 0, length, status.getModificationTime(), length));
      }
      return splits;
    }
  }

  private static final class InOrder implements FileSplitAssigner {
    private final Deque<FileSourceSplit> splits = new ArrayDeque<>();

    private InOrder(Collection<FileSourceSplit> splits) {
      addSplits(splits);
    }

    @Override
    public Optional<FileSourceSplit> getNext(String hostname) {
      return Optional.ofNullable(splits.poll());
    }

    @Override
    public void addSplits(Collection<FileSourceSplit> returned) {
      List<FileSourceSplit> all = new ArrayList<>(splits);
      all.addAll(returned);
      all.sort(Comparator.comparing(FileSourceSplit::splitId));
      splits.clear();
      splits.addAll(all);
    }

    @Override
    public Collection<FileSourceSplit> remainingSplits() {
      return splits;
    }
  }
}
