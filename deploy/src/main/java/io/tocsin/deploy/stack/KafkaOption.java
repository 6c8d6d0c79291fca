package io.tocsin.deploy.stack;

import picocli.CommandLine.Option;

/** The option of verbs that talk to a Kafka that is there. */
final class KafkaOption {
  @Option(
      names = "--kafka",
      defaultValue = "localhost:9092",
      paramLabel = "HOST:PORT",
      description = "Brokers that the jobs use (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private String brokers;

  /** Brokers, host:port. */
  String brokers() {
    return brokers;
  }
}
