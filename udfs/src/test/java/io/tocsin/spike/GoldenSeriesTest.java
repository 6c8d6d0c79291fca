package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Five weeks of made-up watches, and the score of the calibrated look wherever it alarms and at
 * every thirteenth hour. Whoever changes a score on purpose takes over what the test has written
 * beside the compiled tests, and says why.
 */
class GoldenSeriesTest {
  private static final String GOLDEN = "golden-series.csv";
  private static final long ROW = Baseline.ROW_MILLIS;
  private static final int DAY = Baseline.DAY_ROWS;
  private static final int ROWS = 35 * DAY;
  private static final int TOLD_EVERY = 13 * 12;
  private static final double NEARLY = 2e-3;

  @Test
  void scoresAreThoseOfTheGoldenFile() throws IOException {
    List<String> golden = golden();
    List<String> scored = scored();
    Path written = Path.of("target", "test-classes", GOLDEN);
    Files.createDirectories(Objects.requireNonNull(written.getParent()));
    Files.write(written, scored);

    assertThat(scored).as("as many lines in %s", written).hasSameSizeAs(golden);
    for (int line = 1; line < golden.size(); line++) {
      assertNearly(golden.get(line), scored.get(line));
    }
  }

  /** The same place, and the same score but for the last digits of logarithms. */
  private static void assertNearly(String golden, String scored) {
    int score = golden.lastIndexOf(',') + 1;
    assertThat(scored).startsWith(golden.substring(0, score));
    assertThat(Double.parseDouble(scored.substring(score)))
        .as(golden)
        .isBetween(
            Double.parseDouble(golden.substring(score)) - NEARLY,
            Double.parseDouble(golden.substring(score)) + NEARLY);
  }

  private static List<String> scored() {
    List<String> lines = new ArrayList<>();
    lines.add("series,row,alarm,score");
    score("corner-shop", 0.7, 11, lines);
    score("brand", 15, 12, lines);
    score("telecom", 400, 13, lines);
    return lines;
  }

  private static void score(String name, double level, long seed, List<String> lines) {
    SeriesDetector detector = new SeriesDetector(ROW);
    Random random = new Random(seed);
    for (int row = 0; row < ROWS; row++) {
      double score = detector.next(row * ROW, count(random, row, level));
      boolean alarm = score >= detector.threshold();
      if (alarm || row % TOLD_EVERY == 0) {
        lines.add(String.format(Locale.ROOT, "%s,%d,%s,%.4f", name, row, alarm, score));
      }
    }
  }

  /**
   * Days, weekends and noise; from the third week on a burst, a swell and a quiet night's burst.
   */
  private static long count(Random random, int row, double level) {
    double hour = 1 + 0.7 * StrictMath.sin(2 * StrictMath.PI * row / DAY);
    double day = (row / DAY + 3) % 7 < 5 ? 1.1 : 0.7;
    double mean = level * hour * day * StrictMath.exp(0.25 * random.nextGaussian());
    double event = 1;
    event += in(row, 16 * DAY + 90, 6) ? 15 : 0;
    event += in(row, 22 * DAY + 60, 60) ? (row - 22 * DAY - 60) / 10.0 : 0;
    event += in(row, 29 * DAY + 215, 12) ? 30 : 0;
    return Math.max(
        0, Math.round(event * mean + StrictMath.sqrt(event * mean) * random.nextGaussian()));
  }

  private static boolean in(int row, int from, int rows) {
    return row >= from && row < from + rows;
  }

  private static List<String> golden() throws IOException {
    try (InputStream file = GoldenSeriesTest.class.getResourceAsStream(GOLDEN)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }
}
