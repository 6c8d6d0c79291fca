package io.tocsin.deploy.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How large an embedded cluster is and where it lives.
 *
 * @param folder where everything it writes goes, checkpoints and temporary files alike
 * @param taskManagers how many task managers, from 1
 * @param slotsPerTaskManager how many slots each has, from 1
 * @param restPort the loopback port of the REST API and the web UI, or 0 for a free one
 * @param metrics how Flink's metrics reach Prometheus; null for not at all
 */
public record ClusterSpec(
    Path folder,
    int taskManagers,
    int slotsPerTaskManager,
    int restPort,
    @Nullable MetricsSpec metrics) {
  /** Checks the sizes. */
  public ClusterSpec {
    requirePositive("taskManagers", taskManagers);
    requirePositive("slotsPerTaskManager", slotsPerTaskManager);
  }

  private static void requirePositive(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " below 1: " + value);
    }
  }
}
