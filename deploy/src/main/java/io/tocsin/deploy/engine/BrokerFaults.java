package io.tocsin.deploy.engine;

import java.util.concurrent.CompletableFuture;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;

/**
 * Turns a fatal fault of the broker into a failed future. Kafka's own handler would halt the whole
 * process, Flink and the desk with it, without a word.
 */
final class BrokerFaults implements FaultHandlerFactory {
  private final CompletableFuture<Void> failure = new CompletableFuture<>();

  /** Fails with the first fatal fault; is never completed otherwise. */
  CompletableFuture<Void> failure() {
    return failure;
  }

  @Override
  public FaultHandler build(String name, boolean fatal, Runnable action) {
    FaultHandler logging = new LoggingFaultHandler(name, action);
    return fatal ? (message, cause) -> fail(logging, message, cause) : logging;
  }

  /** What the broker calls in place of ending the process. */
  void halted(int status, String message) {
    failure.completeExceptionally(
        new IllegalStateException("Kafka stopped with status " + status + ": " + message));
  }

  private RuntimeException fail(FaultHandler logging, String message, Throwable cause) {
    RuntimeException fault = logging.handleFault(message, cause);
    failure.completeExceptionally(fault);
    return fault;
  }
}
