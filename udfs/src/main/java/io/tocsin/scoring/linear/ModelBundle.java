package io.tocsin.scoring.linear;

import java.util.List;
import java.util.Optional;

/**
 * All models of one file.
 *
 * @param name what the makers call it, such as {@code fast-1}
 * @param checksum first eight hexadecimal digits of the SHA-256 of the file
 * @param entries the models
 */
public record ModelBundle(String name, String checksum, List<ModelEntry> entries) {
  /** Holds the entries as they are. */
  public ModelBundle {
    entries = List.copyOf(entries);
  }

  /** Name and checksum: two files of one version are the same to the bit. */
  public String version() {
    return name + "-" + checksum;
  }

  /** The models of a task, one a language. */
  public List<ModelEntry> ofTask(String task) {
    return entries.stream().filter(entry -> entry.task().equals(task)).toList();
  }

  /** The only model of a task, where there is one. */
  public Optional<ModelEntry> only(String task) {
    List<ModelEntry> found = ofTask(task);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
