package io.tocsin.deploy.intent;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A post of which a person said whether somebody should respond.
 *
 * @param text as written
 * @param needsResponse what the person said
 */
record JudgedPost(String text, boolean needsResponse) {
  /**
   * Reads {@code 1 TAB text} and {@code 0 TAB text}, a post a line.
   *
   * @throws BadInputException if it cannot be read; names the line
   */
  static List<JudgedPost> read(Path file) {
    try {
      List<JudgedPost> posts = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (!line.matches("[01]\t.*")) {
          throw new BadInputException(
              "%s line %d: 0 or 1, a tab and a text expected".formatted(file, posts.size() + 1));
        }
        posts.add(new JudgedPost(line.substring(2), line.charAt(0) == '1'));
      }
      return posts;
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + FileFault.reason(e), e);
    }
  }
}
