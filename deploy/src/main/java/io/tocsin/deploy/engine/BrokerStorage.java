package io.tocsin.deploy.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * The broker's folder, ready for use.
 *
 * @param identity the cluster and node that the folder belongs to
 * @param firstRecords what a controller writes first into an empty metadata log
 */
record BrokerStorage(MetaPropertiesEnsemble identity, BootstrapMetadata firstRecords) {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerStorage.class);
  private static final String LOG_PREFIX = "";

  /** Formats the folder unless it is formatted already, and reads who it belongs to. */
  static BrokerStorage open(Path folder, KafkaConfig config) {
    try {
      Files.createDirectories(folder);
      if (Files.notExists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
        format(folder, config);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the broker's folder " + folder, e);
    }
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> stored =
        KafkaRaftServer.initializeLogDirs(config, LOG, LOG_PREFIX);
    return new BrokerStorage(stored._1(), stored._2());
  }

  /** The id of the cluster, drawn when the folder was formatted. */
  String clusterId() {
    return identity.clusterId().orElseThrow();
  }

  private static void format(Path folder, KafkaConfig config) throws IOException {
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(config.nodeId())
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(folder.toString())
          .addDirectory(folder.toString())
          .run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("cannot format the broker's folder " + folder, e);
    }
  }
}
