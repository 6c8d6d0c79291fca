package io.tocsin.deploy.engine;

import io.tocsin.deploy.host.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of an embedded cluster: checkpoints, which outlive the process, and temporary files,
 * which do not.
 *
 * @param root the folder itself
 */
record ClusterFolder(Path root) {
  /** Flink writes it last, so a checkpoint is complete when it is there. */
  private static final String METADATA = "_metadata";

  /** Folder of the job's checkpoints / id of one run / chk-17 / _metadata. */
  private static final int DEPTH_OF_METADATA = 3;

  /** Makes the folder ready and removes the temporary files that a killed process left behind. */
  static ClusterFolder open(Path root) {
    ClusterFolder folder = new ClusterFolder(root.toAbsolutePath());
    folder.deleteTemporary();
    Folders.create(folder.temporary());
    return folder;
  }

  /** Where temporary files go: RocksDB's working state, blobs, uploads. */
  Path temporary() {
    return root.resolve("tmp");
  }

  /** Where a job keeps its checkpoints, run after run. */
  Path checkpointsOf(String jobName) {
    String name = jobName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return root.resolve("checkpoints").resolve(name);
  }

  /** The newest complete checkpoint of a job, if an earlier run left one. */
  Optional<Path> latestCheckpointOf(String jobName) {
    Path checkpoints = checkpointsOf(jobName);
    if (Files.notExists(checkpoints)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(checkpoints, DEPTH_OF_METADATA)) {
      return files
          .filter(file -> file.endsWith(METADATA))
          .max(Comparator.comparing(ClusterFolder::lastModifiedMillis))
          .map(Path::getParent);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for checkpoints in " + checkpoints, e);
    }
  }

  /** Removes what only a running cluster needs. */
  void deleteTemporary() {
    Folders.delete(temporary());
  }

  private static long lastModifiedMillis(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the time of " + file, e);
    }
  }
}
