package io.tocsin.deploy.engine;

import io.tocsin.deploy.host.PortInUseException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in this process, broker and controller in one, on loopback only. What was
 * written to its folder is there again after a restart, also after a hard kill.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Duration PATIENCE_ON_CLOSE = Duration.ofSeconds(5);

  private final int port;
  private final BrokerFaults faults = new BrokerFaults();
  private final ControllerServer controller;
  private final BrokerServer broker;

  private EmbeddedBroker(Path folder, int clientPort, BoundSockets sockets) {
    port = sockets.bind(BrokerSettings.CLIENT_LISTENER, clientPort);
    int controllerPort = sockets.bindAny(BrokerSettings.CONTROLLER_LISTENER);
    KafkaConfig config = BrokerSettings.of(folder, port, controllerPort);
    BrokerStorage storage = BrokerStorage.open(folder, config);
    SharedServer shared = sharedServer(config, storage, controllerPort, sockets);
    controller =
        new ControllerServer(shared, KafkaRaftServer.configSchema(), storage.firstRecords());
    broker = new BrokerServer(shared);
  }

  /**
   * Starts a broker and waits until it serves.
   *
   * @param folder where it keeps its data; created if missing, continued if a broker used it before
   * @param port the loopback port for clients, or 0 for a free one
   * @throws PortInUseException if another program holds the port; nothing was written then
   */
  public static EmbeddedBroker start(Path folder, int port) {
    try (BoundSockets sockets = new BoundSockets()) {
      EmbeddedBroker broker = new EmbeddedBroker(folder.toAbsolutePath(), port, sockets);
      broker.startUp();
      return broker;
    }
  }

  /** What a client needs: {@code 127.0.0.1:9092}. */
  public String bootstrapServers() {
    return BrokerSettings.HOST + ":" + port;
  }

  /** The loopback port for clients. */
  public int port() {
    return port;
  }

  /** Fails when the broker dies for good, as on a full disk; is never completed otherwise. */
  public CompletableFuture<Void> failure() {
    return faults.failure();
  }

  /**
   * Creates the topics that are not there yet; those that are stay as they are.
   *
   * @throws KafkaException if the broker refuses one
   */
  public void createTopics(Collection<TopicSpec> topics) {
    TopicSpec.createMissing(bootstrapServers(), topics);
  }

  /** Stops the broker cleanly; a second call does nothing. */
  @Override
  public void close() {
    broker.shutdown(PATIENCE_ON_CLOSE);
    controller.shutdown();
    Exit.resetHaltProcedure();
  }

  private SharedServer sharedServer(
      KafkaConfig config, BrokerStorage storage, int controllerPort, BoundSockets sockets) {
    return new SharedServer(
        config,
        storage.identity(),
        Time.SYSTEM,
        Server.initializeMetrics(config, Time.SYSTEM, storage.clusterId()),
        CompletableFuture.completedFuture(
            Map.of(
                config.nodeId(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), controllerPort))),
        List.of(),
        faults,
        sockets);
  }

  private void startUp() {
    Exit.setHaltProcedure(faults::halted);
    try {
      controller.startup();
      broker.startup();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }
}
