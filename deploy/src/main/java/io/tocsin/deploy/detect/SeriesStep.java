package io.tocsin.deploy.detect;

import io.tocsin.deploy.host.BadInputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * The steps of a series: times that lie a little beside their step are put into it.
 *
 * @param millis length of a step
 * @param firstMillis time of the first row
 */
record SeriesStep(long millis, long firstMillis) {
  private static final long SECOND = 1000;
  private static final long FIVE_MINUTES = 300 * SECOND;
  private static final double NEAR = 0.1;

  /**
   * The steps of these rows: what divides five minutes and is nearest to the middle one of all
   * distances between rows. A series of fewer than two rows has the detector's own step of five
   * minutes.
   *
   * @throws BadInputException if no step is within a tenth, or two rows lie in one step
   */
  static SeriesStep of(Path file, List<SeriesRow> rows) {
    if (rows.size() < 2) {
      return new SeriesStep(FIVE_MINUTES, 0);
    }
    long middle = middleDistance(rows);
    long millis = nearestStep(middle);
    if (Math.abs(middle - millis) > NEAR * millis) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s: rows come every %.1f s; the detector needs a step that divides 5 minutes",
              file,
              middle / (double) SECOND));
    }
    SeriesStep step = new SeriesStep(millis, rows.get(0).millis());
    step.requireOneRowEach(file, rows);
    return step;
  }

  /** Start of the row's step, as whole steps since the epoch. */
  long startOf(SeriesRow row) {
    return (Math.floorDiv(firstMillis, millis) + index(row)) * millis;
  }

  private long index(SeriesRow row) {
    return Math.floorDiv(row.millis() - firstMillis + millis / 2, millis);
  }

  private static long nearestStep(long distance) {
    return LongStream.rangeClosed(1, FIVE_MINUTES / SECOND)
        .map(seconds -> seconds * SECOND)
        .filter(step -> FIVE_MINUTES % step == 0)
        .boxed()
        .min(Comparator.comparingLong(step -> Math.abs(step - distance)))
        .orElseThrow();
  }

  private static long middleDistance(List<SeriesRow> rows) {
    long[] distances = new long[rows.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = rows.get(i + 1).millis() - rows.get(i).millis();
    }
    Arrays.sort(distances);
    return distances[distances.length / 2];
  }

  private void requireOneRowEach(Path file, List<SeriesRow> rows) {
    for (int i = 1; i < rows.size(); i++) {
      SeriesRow row = rows.get(i);
      if (index(row) == index(rows.get(i - 1))) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s:%d: timestamp %s is less than a step of %d s after the one before it",
                file,
                row.line(),
                row.timestamp(),
                millis / SECOND));
      }
    }
  }
}
