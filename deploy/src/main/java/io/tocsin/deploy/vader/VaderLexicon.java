package io.tocsin.deploy.vader;

import io.tocsin.scoring.ScorerUnavailableException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that VADER weighs.
 *
 * @param valences from -4 (hostile) to 4 (friendly) by lower-case word or emoticon
 */
record VaderLexicon(Map<String, Double> valences) {
  private static final int LEAST_COLUMNS = 2;

  /**
   * Reads a file in VADER's form: a word, its mean valence, and what the raters said, by tabs.
   *
   * @throws ScorerUnavailableException if the file cannot be read, with the line
   */
  static VaderLexicon read(Path file) {
    try {
      return parse(file.toString(), Files.readAllLines(file));
    } catch (MalformedInputException e) {
      throw new ScorerUnavailableException(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new ScorerUnavailableException("cannot read VADER's lexicon " + file, e);
    }
  }

  static VaderLexicon parse(String name, List<String> lines) {
    Map<String, Double> valences = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", -1);
      if (columns.length < LEAST_COLUMNS) {
        throw fault(name, i, "no valence behind a tab", lines.get(i));
      }
      try {
        valences.put(columns[0], Double.valueOf(columns[1]));
      } catch (NumberFormatException e) {
        throw fault(name, i, "no number", columns[1]);
      }
    }
    return new VaderLexicon(Map.copyOf(valences));
  }

  boolean knows(String word) {
    return valences.containsKey(word);
  }

  /** The word's valence, 0 for an unknown one. */
  double valence(String word) {
    return valences.getOrDefault(word, 0.0);
  }

  private static ScorerUnavailableException fault(String name, int index, String what, String got) {
    return new ScorerUnavailableException(
        "%s line %d: %s: '%s'".formatted(name, index + 1, what, got));
  }
}
