package io.tocsin.deploy.intent;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads posts from a CSV file without a header: {@code id,text,label,domain}, where the label is 1
 * for a complaint and 0 for none. A field in quotes may hold commas, line ends and doubled quotes
 * (RFC 4180).
 */
final class ComplaintFile {
  private static final int COLUMNS = 4;

  private final Path file;
  private final String csv;
  private int position;
  private int line = 1;

  private ComplaintFile(Path file, String csv) {
    this.file = file;
    this.csv = csv;
  }

  /**
   * All posts in the order of the file.
   *
   * @throws BadInputException if it cannot be read; names the line
   */
  static List<ComplaintPost> read(Path file) {
    try {
      return new ComplaintFile(file, Files.readString(file, StandardCharsets.UTF_8)).posts();
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + FileFault.reason(e), e);
    }
  }

  private List<ComplaintPost> posts() {
    List<ComplaintPost> posts = new ArrayList<>();
    while (position < csv.length()) {
      int start = line;
      List<String> fields = record();
      if (fields.size() != COLUMNS || !fields.get(2).matches("[01]")) {
        throw new BadInputException(
            "%s line %d: id, text, 0 or 1 and a domain expected: %s"
                .formatted(file, start, fields.size() > 2 ? "'" + fields.get(2) + "'" : fields));
      }
      posts.add(new ComplaintPost(fields.get(1), fields.get(2).equals("1"), fields.get(3)));
    }
    return posts;
  }

  private List<String> record() {
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (position < csv.length() && csv.charAt(position) == ',') {
      position++;
      fields.add(field());
    }
    skip('\r');
    skip('\n');
    line++;
    return fields;
  }

  private void skip(char end) {
    if (position < csv.length() && csv.charAt(position) == end) {
      position++;
    }
  }

  private String field() {
    if (position < csv.length() && csv.charAt(position) == '"') {
      return quoted();
    }
    int start = position;
    while (position < csv.length() && ",\r\n".indexOf(csv.charAt(position)) < 0) {
      position++;
    }
    return csv.substring(start, position);
  }

  private String quoted() {
    StringBuilder text = new StringBuilder();
    int start = line;
    for (position++; position < csv.length(); position++) {
      char c = csv.charAt(position);
      if (c == '"') {
        position++;
        if (position == csv.length() || csv.charAt(position) != '"') {
          return text.toString();
        }
      }
      line += c == '\n' ? 1 : 0;
      text.append(c);
    }
    throw new BadInputException("%s line %d: a quote has no end".formatted(file, start));
  }
}
