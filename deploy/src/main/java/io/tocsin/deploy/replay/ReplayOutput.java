package io.tocsin.deploy.replay;

import io.tocsin.incident.AckReceipt;
import io.tocsin.incident.Incident;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.kpi.Kpi;
import io.tocsin.response.Page;
import io.tocsin.response.Redirect;
import io.tocsin.spike.BaselineRow;
import io.tocsin.spike.Spike;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads back what a replay wrote. */
public final class ReplayOutput {
  /** File of {@link BaselineRow}s, for pictures. */
  static final String BASELINES = "baselines.jsonl";

  private final Path folder;

  /** In this folder. */
  public ReplayOutput(Path folder) {
    this.folder = folder;
  }

  /**
   * All records of a topic, in the order in which they were written.
   *
   * @throws IOException if the file cannot be read
   */
  public <T> List<T> read(Topic topic, Class<T> type) throws IOException {
    return read(topic.fileName(), type);
  }

  /**
   * What brands saw row by row, and what was usual, in the order of time of each brand.
   *
   * @throws IOException if the file cannot be read
   */
  List<BaselineRow> baselines() throws IOException {
    return read(BASELINES, BaselineRow.class);
  }

  private <T> List<T> read(String fileName, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve(fileName))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        records.add(WireJson.fromBytes(line.getBytes(StandardCharsets.UTF_8), type));
      }
    }
    return records;
  }

  /**
   * Puts what was written of many brands in the order of time, and of names within it: the engine
   * may write what belongs to one time in any order.
   *
   * @throws IOException if a file cannot be read or written
   */
  void sort() throws IOException {
    sort(Topic.KPIS, Kpi.class, Comparator.comparing(Kpi::at).thenComparing(Kpi::series));
    sort(Topic.SPIKES, Spike.class, Comparator.comparing(Spike::at).thenComparing(Spike::id));
    sort(
        Topic.INCIDENTS,
        Incident.class,
        Comparator.comparing(Incident::at).thenComparing(Incident::id));
    sort(
        Topic.ACK_RECEIPTS,
        AckReceipt.class,
        Comparator.comparing(AckReceipt::at).thenComparing(receipt -> receipt.ack().incidentId()));
    sort(Topic.PAGES, Page.class, Comparator.comparing(Page::at).thenComparing(Page::dedupKey));
    sort(
        Topic.REDIRECTS,
        Redirect.class,
        Comparator.comparing(Redirect::at).thenComparing(Redirect::id));
    sort(
        BASELINES,
        BaselineRow.class,
        Comparator.comparing(BaselineRow::from).thenComparing(BaselineRow::brand));
  }

  private <T> void sort(Topic topic, Class<T> type, Comparator<T> order) throws IOException {
    sort(topic.fileName(), type, order);
  }

  private <T> void sort(String fileName, Class<T> type, Comparator<T> order) throws IOException {
    List<T> records = read(fileName, type);
    records.sort(order);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(fileName)))) {
      for (T record : records) {
        out.write(WireJson.toBytes(record));
        out.write('\n');
      }
    }
  }
}
