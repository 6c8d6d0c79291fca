package io.tocsin.deploy.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;

/** The broker's settings: what {@code broker.properties} says, plus the folder and the ports. */
final class BrokerSettings {
  static final String CLIENT_LISTENER = "CLIENT";
  static final String CONTROLLER_LISTENER = "CONTROLLER";
  static final String HOST = "127.0.0.1";

  private static final String FIXED = "broker.properties";

  private BrokerSettings() {}

  static KafkaConfig of(Path folder, int clientPort, int controllerPort) {
    Properties settings = fixed();
    String client = CLIENT_LISTENER + "://" + HOST + ":" + clientPort;
    String controller = CONTROLLER_LISTENER + "://" + HOST + ":" + controllerPort;
    settings.setProperty("listeners", client + "," + controller);
    settings.setProperty("advertised.listeners", client);
    settings.setProperty(
        "controller.quorum.voters",
        settings.getProperty("node.id") + "@" + HOST + ":" + controllerPort);
    settings.setProperty("log.dirs", folder.toString());
    return KafkaConfig.fromProps(settings, false);
  }

  private static Properties fixed() {
    Properties settings = new Properties();
    try (InputStream in = BrokerSettings.class.getResourceAsStream(FIXED)) {
      settings.load(Objects.requireNonNull(in, FIXED + " is not on the class path"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FIXED, e);
    }
    return settings;
  }
}
