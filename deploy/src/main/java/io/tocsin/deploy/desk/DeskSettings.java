package io.tocsin.deploy.desk;

import java.time.Clock;

/**
 * What a desk needs to know.
 *
 * @param bootstrapServers Kafka, {@code host:port[,host:port...]}
 * @param host the address to listen on; {@link #LOOPBACK} keeps the desk on this machine
 * @param port the port to listen on, from 0 (any free one) to 65535
 * @param clock the wall clock
 */
public record DeskSettings(String bootstrapServers, String host, int port, Clock clock) {
  /** The address that only this machine reaches. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Checks the port and that there is a broker to ask. */
  public DeskSettings {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException("bootstrapServers is blank");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is not from 0 to 65535: " + port);
    }
  }

  /** A desk that only this machine reaches. */
  public static DeskSettings onLoopback(String bootstrapServers, int port) {
    return new DeskSettings(bootstrapServers, LOOPBACK, port, Clock.systemUTC());
  }

  /** Whether only this machine reaches the desk. */
  boolean isLoopback() {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }
}
