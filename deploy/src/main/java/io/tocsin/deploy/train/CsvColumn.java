package io.tocsin.deploy.train;

import java.util.ArrayList;
import java.util.List;

/** Reads one column of comma-separated values with quotes, as RFC 4180 has them. */
final class CsvColumn {
  private CsvColumn() {}

  /**
   * The values of a column.
   *
   * @param content the whole file
   * @param column from 0
   */
  static List<String> of(String content, int column) {
    List<String> values = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    int at = 0;
    boolean quoted = false;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < content.length() && content.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        if (at == column) {
          values.add(field.toString());
        }
        field.setLength(0);
        at = c == ',' ? at + 1 : 0;
      } else if (c != '\r') {
        field.append(c);
      }
    }
    return values;
  }
}
