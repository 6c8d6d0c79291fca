package io.tocsin.scoring.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * The tab-separated word lists beside this class. {@code #} begins a comment line. A fault in one
 * is a fault of the build, so it throws and names the line.
 */
final class ScoringResource {
  private ScoringResource() {}

  /** Hands on every line that is neither empty nor a comment. */
  static void forEachLine(String file, int columns, Consumer<Line> consumer) {
    try (InputStream in = ScoringResource.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (!text.isEmpty() && text.charAt(0) != '#') {
          consumer.accept(Line.parse(file + " line " + number, text, columns));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * One line.
   *
   * @param place file and line number, for a message
   * @param columns what stands between the tabs
   */
  record Line(String place, List<String> columns) {
    private static Line parse(String place, String text, int columnCount) {
      Line line = new Line(place, List.of(text.split("\t", -1)));
      line.require(line.columns.size() == columnCount, columnCount + " columns expected", text);
      return line;
    }

    String column(int index) {
      return columns.get(index);
    }

    /** The words of a column, which are separated by single spaces. */
    List<String> forms(int index) {
      return List.of(columns.get(index).split(" ", -1));
    }

    /**
     * Refuses the line unless the condition holds.
     *
     * @param fault what is wrong otherwise
     * @param value with what
     */
    void require(boolean holds, String fault, String value) {
      if (!holds) {
        throw new IllegalStateException(place + ": " + fault + ": '" + value + "'");
      }
    }
  }
}
