package io.tocsin.deploy.engine;

import java.nio.file.Path;

/**
 * Flink's own Prometheus reporter. It is loaded as a plugin, with a class loader of its own,
 * because it brings an old Prometheus client that would clash with the desk's.
 *
 * @param pluginsFolder holds one folder a plugin, each with its jars
 * @param port where it serves {@code /metrics}, or 0 for a free one; the reporter listens on every
 *     interface and offers no way to choose
 */
public record MetricsSpec(Path pluginsFolder, int port) {}
