package io.tocsin.deploy.desk;

import io.tocsin.deploy.teacher.SlowTier;
import io.tocsin.scoring.ScorerFactory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP service that reads what the jobs wrote to Kafka and shows it: a live page with an
 * acknowledge button at {@code /}, metrics for Prometheus at {@code /metrics}, health at {@code
 * /healthz}. It keeps nothing of its own: it reads the topics from their beginning whenever it
 * starts.
 */
public final class Desk implements AutoCloseable {
  /** As many as the open incidents of many brands show. */
  private static final int MOST_WAITING = 300;

  /** Addresses that mean every address of this machine. */
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

  private final DeskSettings settings;
  private final @Nullable SlowTier slowTier;
  private final TopicReader reader;
  private final AckWriter acks;
  private final DeskServer server;
  private @Nullable GrafanaNotes notes;

  private Desk(
      DeskSettings settings,
      @Nullable SlowTier slowTier,
      TopicReader reader,
      AckWriter acks,
      DeskServer server) {
    this.settings = settings;
    this.slowTier = slowTier;
    this.reader = reader;
    this.acks = acks;
    this.server = server;
  }

  /**
   * Begins to listen and to read. Comes back at once; {@code /healthz} tells when the topics were
   * read to their end.
   *
   * @param examples reads the example posts of open incidents; whoever made it closes it
   * @throws io.tocsin.deploy.host.PortInUseException if another program holds the port
   * @throws io.tocsin.deploy.host.UserException if the address cannot be listened on, or a secret
   *     is missing
   * @throws org.apache.kafka.common.KafkaException if no broker address can be resolved
   */
  public static Desk start(DeskSettings settings, ExamplesReader examples) {
    GrafanaApi grafana = settings.grafanaApi();
    ScorerFactory scorer = settings.secondOpinion();
    SlowTier slowTier = scorer == null ? null : new SlowTier(scorer, MOST_WAITING);
    TopicReader reader = TopicReader.start(settings, new SecondOpinions(slowTier), examples);
    AckWriter acks = new AckWriter(settings.bootstrapServers());
    try {
      NoteCounts counts = new NoteCounts();
      DeskServer server = DeskServer.start(settings, reader, acks, counts);
      Desk desk = new Desk(settings, slowTier, reader, acks, server);
      desk.notes = desk.startNotes(grafana, counts);
      return desk;
    } catch (RuntimeException e) {
      acks.close();
      reader.close();
      throw e;
    }
  }

  private @Nullable GrafanaNotes startNotes(@Nullable GrafanaApi grafana, NoteCounts counts) {
    if (grafana == null) {
      return null;
    }
    String address = settings.address();
    String livePage = address == null ? url() : address.replaceFirst("/*$", "/");
    return GrafanaNotes.start(grafana, counts, reader::snapshot, livePage);
  }

  /** The port on which it listens, also where the settings asked for any. */
  public int port() {
    return server.port();
  }

  /** The address of the live page on this machine. */
  public String url() {
    String host = EVERYWHERE.contains(settings.host()) ? DeskSettings.LOOPBACK : settings.host();
    String name = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + name + ":" + port() + "/";
  }

  /** Whether the topics were read to their end and the broker answers. */
  public boolean isUp() {
    return reader.feed().isUp();
  }

  /** Ends listening and reading. */
  @Override
  public void close() {
    if (notes != null) {
      notes.close();
    }
    server.close();
    acks.close();
    reader.close();
    if (slowTier != null) {
      slowTier.close();
    }
  }
}
