package io.tocsin.deploy.stack;

import java.io.PrintWriter;

/** Where a person finds what is running. */
public final class Addresses {
  private Addresses() {}

  /** Prints the addresses, a line each. */
  public static void print(LocalStack stack, PrintWriter terminal) {
    terminal.println("  live page       " + stack.deskUrlToOpen());
    terminal.println("  metrics         " + stack.deskUrl() + "metrics");
    terminal.println("  Flink's web UI  " + stack.webUi());
    stack
        .engineMetricsPort()
        .ifPresent(
            port -> terminal.println("  Flink's metrics http://127.0.0.1:" + port + "/metrics"));
    terminal.println("  Kafka           " + stack.bootstrapServers());
    terminal.flush();
  }
}
