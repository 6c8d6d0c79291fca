package io.tocsin.deploy.cli;

import io.tocsin.deploy.engine.ClusterSpec;
import io.tocsin.deploy.engine.EmbeddedBroker;
import io.tocsin.deploy.engine.EmbeddedCluster;
import io.tocsin.deploy.engine.MetricsSpec;
import io.tocsin.deploy.engine.Rehearsal;
import io.tocsin.deploy.host.Installation;
import io.tocsin.deploy.host.WorkFolder;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code tocsin rehearse}: starts a broker and a cluster, sends one record through and ends. The
 * script records the classes that were loaded, so that later starts are quicker.
 */
@Command(
    name = "rehearse",
    description =
        "Starts broker and cluster once, says how long each took, and makes later starts quicker.")
public final class RehearseVerb implements Callable<Integer> {
  private static final int ANY_PORT = 0;
  private static final long BYTES_NEEDED = 256L << 20;
  private static final double NANOS_PER_SECOND = 1e9;

  private final long startNanos = System.nanoTime();

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (WorkFolder folder = WorkFolder.temporary()) {
      folder.requireFree(BYTES_NEEDED);
      rehearseIn(folder);
    }
    say("all closed");
    return ExitCode.OK;
  }

  private void rehearseIn(WorkFolder folder) {
    MetricsSpec metrics = new MetricsSpec(Installation.current().plugins(), ANY_PORT);
    ClusterSpec size = new ClusterSpec(folder.resolve("flink"), 1, 1, ANY_PORT, metrics);
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), ANY_PORT)) {
      say("Kafka is up");
      try (EmbeddedCluster cluster = EmbeddedCluster.start(size, Rehearsal.engine())) {
        say("Flink is up");
        new Rehearsal(broker, cluster).run();
        say("one record went through, exactly once");
      }
    }
  }

  private void say(String what) {
    double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    spec.commandLine().getOut().printf(Locale.ROOT, "%5.1f s  %s%n", seconds, what).flush();
  }
}
