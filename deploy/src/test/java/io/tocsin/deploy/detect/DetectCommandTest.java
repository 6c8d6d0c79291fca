package io.tocsin.deploy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DetectCommandTest {
  private static final int DAY_ROWS = 288;
  private static final LocalDateTime START = LocalDateTime.parse("2024-05-06T10:02:13");
  private static final double THRESHOLD = 0.59;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void marksTheBurstAndNothingElse() throws IOException {
    int burst = 9 * DAY_ROWS + 100;
    Path file = series(10 * DAY_ROWS, burst);

    int exit = detect("--series", file.toString());

    assertThat(exit).isZero();
    assertThat(err).hasToString("threshold=" + THRESHOLD + "\n");
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(1 + 10 * DAY_ROWS);
    assertThat(lines.get(0)).isEqualTo("timestamp,value,anomaly_score");
    assertThat(lines.get(1)).startsWith("2024-05-06 10:02:13,");
    List<Integer> alarms = new ArrayList<>();
    for (int row = 0; row < 10 * DAY_ROWS; row++) {
      if (score(lines.get(row + 1)) >= THRESHOLD) {
        alarms.add(row);
      }
    }
    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0)).isBetween(burst, burst + 2);
  }

  @Test
  void writesTheSameToAFile() throws IOException {
    Path file = series(2 * DAY_ROWS, DAY_ROWS);
    Path written = folder.resolve("scores.csv");

    detect("--series", file.toString());
    int exit = detect("--series", file.toString(), "--out", written.toString());

    assertThat(exit).isZero();
    assertThat(written).hasContent(out.toString());
  }

  @Test
  void putsTimesThatLieALittleBesideTheirStepIntoIt() throws IOException {
    Path file =
        write(
            "timestamp,value",
            "2024-05-06 10:05:01,3",
            "2024-05-06 10:09:59,3",
            "2024-05-06T10:15:02Z,3.0",
            "2024-05-06T12:19:58.5+02:00,3");

    assertThat(detect("--series", file.toString())).isZero();
    assertThat(out.toString().lines()).hasSize(5);
  }

  @Test
  void writesOnlyTheHeaderForASeriesWithoutRows() throws IOException {
    assertThat(detect("--series", write("value,timestamp").toString())).isZero();
    assertThat(out).hasToString("timestamp,value,anomaly_score\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-05-06 10:05:00,3;yesterday,3|:3: timestamp is no time like 2015-02-26 21:42:53:"
            + " 'yesterday'",
        "2024-05-06 10:05:00,3;2024-05-06 10:10:00,-1|:3: value is not a count from 0 up: '-1'",
        "2024-05-06 10:05:00,NaN|:2: value is not a count from 0 up: 'NaN'",
        "2024-05-06 10:05:00,many|:2: value is not a number: 'many'",
        "2024-05-06 10:05:00|:2: has too few columns: '2024-05-06 10:05:00'",
        "2024-05-06 10:05:00,3;2024-05-06 10:00:00,3|:3: timestamp 2024-05-06 10:00:00 is not after"
            + " the one before it",
        "2024-05-06 10:05:00,3;2024-05-06 10:12:00,3|: rows come every 420.0 s; the detector needs a"
            + " step that divides 5 minutes",
      })
  void namesThePlaceAndTheValueOfWhatIsWrong(String rows, String message) throws IOException {
    Path file = write(("timestamp,value;" + rows).split(";"));

    int exit = detect("--series", file.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(err).hasToString("tocsin: " + file + message + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void saysInOneLineThatAFileIsMissingOrEmptyOrHasNoHeader() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    Path headless = write("2024-05-06 10:05:00,3");

    detect("--series", "nowhere.csv");
    detect("--series", empty.toString());
    detect("--series", headless.toString());

    assertThat(err.toString().lines())
        .containsExactly(
            "tocsin: cannot read nowhere.csv",
            "tocsin: " + empty + " is empty: it needs a header timestamp,value",
            "tocsin: "
                + headless
                + ":1: the header must name timestamp and value, not '2024-05-06 10:05:00,3'");
  }

  private static double score(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  private Path series(int rows, int burst) throws IOException {
    Random random = new Random(11);
    List<String> lines = new ArrayList<>(List.of("timestamp,value"));
    for (int row = 0; row < rows; row++) {
      int count = (int) Math.max(0, 20 + 5 * random.nextGaussian());
      count += row >= burst && row < burst + 12 ? 600 : 0;
      lines.add(START.plusSeconds(300L * row).toString().replace('T', ' ') + "," + count);
    }
    return write(lines.toArray(String[]::new));
  }

  private Path write(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "series", ".csv"), List.of(lines));
  }

  private int detect(String... options) {
    List<String> arguments = new ArrayList<>(List.of("detect"));
    arguments.addAll(List.of(options));
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(arguments.toArray(String[]::new));
  }
}
