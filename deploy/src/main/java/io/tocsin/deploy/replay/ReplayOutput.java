package io.tocsin.deploy.replay;

import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.kpi.Kpi;
import io.tocsin.spike.BaselineRow;
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
final class ReplayOutput {
  /** File of {@link BaselineRow}s, for pictures. */
  static final String BASELINES = "baselines.jsonl";

  private final Path folder;

  ReplayOutput(Path folder) {
    this.folder = folder;
  }

  /**
   * All records of a topic, in the order in which they were written.
   *
   * @throws IOException if the file cannot be read
   */
  <T> List<T> read(Topic topic, Class<T> type) throws IOException {
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
   * Puts the KPIs in the order of time and series: the engine may write series of one time in any
   * order.
   *
   * @throws IOException if the file cannot be read or written
   */
  void sortKpis() throws IOException {
    List<Kpi> kpis = read(Topic.KPIS, Kpi.class);
    kpis.sort(Comparator.comparing(Kpi::at).thenComparing(Kpi::series));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(Topic.KPIS.fileName())))) {
      for (Kpi kpi : kpis) {
        out.write(WireJson.toBytes(kpi));
        out.write('\n');
      }
    }
  }
}
