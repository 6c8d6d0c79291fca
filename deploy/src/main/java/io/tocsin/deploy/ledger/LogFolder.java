package io.tocsin.deploy.ledger;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.FileFault;
import io.tocsin.deploy.replay.ReplayOutput;
import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import io.tocsin.spike.Spike;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log in a folder that a replay wrote. */
final class LogFolder {
  private LogFolder() {}

  /**
   * Reads it whole. Spikes, incidents and pages must be there; what a replay does not write may be
   * laid beside them.
   *
   * @throws BadInputException if it is no such folder
   */
  static DecisionLog read(Path folder) {
    return new DecisionLog(
        read(folder, Topic.SPIKES, Spike.class),
        read(folder, Topic.INCIDENTS, Incident.class),
        read(folder, Topic.PAGES, Page.class),
        ifThere(folder, Topic.PAGE_RECEIPTS, PageReceipt.class),
        ifThere(folder, Topic.ACKS, Ack.class));
  }

  private static <T> List<T> ifThere(Path folder, Topic topic, Class<T> type) {
    return Files.exists(folder.resolve(topic.fileName())) ? read(folder, topic, type) : List.of();
  }

  private static <T> List<T> read(Path folder, Topic topic, Class<T> type) {
    try {
      return new ReplayOutput(folder).read(topic, type);
    } catch (IOException e) {
      Path file = folder.resolve(topic.fileName());
      throw new BadInputException("cannot read " + file + ": " + FileFault.reason(e), e);
    }
  }
}
