package io.tocsin.deploy.detect;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.spike.SeriesDetector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code detect}. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the spike detector of the live job over one series of counts.",
      "Reads CSV with the columns timestamp and value; writes timestamp,value,anomaly_score.",
      "A spike is raised where the score reaches the threshold printed on standard error."
    })
public final class DetectCommand implements Callable<Integer> {
  @Option(
      names = "--series",
      required = true,
      paramLabel = "FILE",
      description = {
        "CSV in the order of time; the step must divide 5 minutes.",
        "Times without an offset are UTC; fractions of a count are rounded."
      })
  @SuppressWarnings("NullAway.Init")
  private Path series;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: standard output).")
  private @Nullable Path out;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    List<SeriesRow> rows = SeriesFile.read(series);
    SeriesStep step = SeriesStep.of(series, rows);
    SeriesDetector detector = new SeriesDetector(step.millis());
    if (out == null) {
      write(rows, step, detector, spec.commandLine().getOut());
    } else {
      writeFile(rows, step, detector, out);
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println("threshold=" + detector.threshold());
    err.flush();
    return 0;
  }

  private static void writeFile(
      List<SeriesRow> rows, SeriesStep step, SeriesDetector detector, Path file) {
    try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
      write(rows, step, detector, writer);
    } catch (IOException e) {
      throw new BadInputException("cannot write " + file, e);
    }
  }

  private static void write(
      List<SeriesRow> rows, SeriesStep step, SeriesDetector detector, PrintWriter writer) {
    writer.println("timestamp,value,anomaly_score");
    for (SeriesRow row : rows) {
      double score = detector.next(step.startOf(row), Math.round(row.count()));
      writer.println(
          row.timestamp() + "," + row.value() + "," + String.format(Locale.ROOT, "%.6f", score));
    }
    writer.flush();
  }
}
