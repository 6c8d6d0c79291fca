package io.tocsin.deploy.detect;

import io.tocsin.deploy.host.BadInputException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a series of counts: CSV with the columns timestamp and value, in the order of time. */
final class SeriesFile {
  private final Path file;
  private final int timestampColumn;
  private final int valueColumn;

  private SeriesFile(Path file, String header) {
    this.file = file;
    List<String> columns = cells(header);
    timestampColumn = columns.indexOf("timestamp");
    valueColumn = columns.indexOf("value");
    if (timestampColumn < 0 || valueColumn < 0) {
      throw wrong(1, "the header must name timestamp and value, not '" + header + "'");
    }
  }

  /**
   * The rows of the file; blank lines are passed over.
   *
   * @throws BadInputException with the place and the value of the first thing that is wrong
   */
  static List<SeriesRow> read(Path file) {
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      throw new BadInputException(file + " is empty: it needs a header timestamp,value");
    }
    return new SeriesFile(file, lines.get(0)).rows(lines);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      throw new BadInputException(file + " is not a text in UTF-8", e);
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file, e);
    }
  }

  private List<SeriesRow> rows(List<String> lines) {
    List<SeriesRow> rows = new ArrayList<>();
    long before = Long.MIN_VALUE;
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      SeriesRow row = row(i + 1, lines.get(i));
      if (row.millis() <= before) {
        throw wrong(row.line(), "timestamp " + row.timestamp() + " is not after the one before it");
      }
      before = row.millis();
      rows.add(row);
    }
    return rows;
  }

  private SeriesRow row(int line, String text) {
    List<String> cells = cells(text);
    if (cells.size() <= Math.max(timestampColumn, valueColumn)) {
      throw wrong(line, "has too few columns: '" + text + "'");
    }
    String timestamp = cells.get(timestampColumn);
    String value = cells.get(valueColumn);
    return new SeriesRow(line, timestamp, value, millis(line, timestamp), count(line, value));
  }

  private long millis(int line, String timestamp) {
    try {
      return SeriesTime.parse(timestamp);
    } catch (DateTimeException e) {
      throw wrong(line, "timestamp is no time like 2015-02-26 21:42:53: '" + timestamp + "'");
    }
  }

  private double count(int line, String value) {
    double count;
    try {
      count = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw wrong(line, "value is not a number: '" + value + "'");
    }
    if (!(count >= 0) || Double.isInfinite(count)) {
      throw wrong(line, "value is not a count from 0 up: '" + value + "'");
    }
    return count;
  }

  private static List<String> cells(String line) {
    String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
    return Arrays.stream(text.split(",", -1)).map(SeriesFile::unquoted).toList();
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private BadInputException wrong(int line, String what) {
    return new BadInputException(file + ":" + line + ": " + what);
  }
}
