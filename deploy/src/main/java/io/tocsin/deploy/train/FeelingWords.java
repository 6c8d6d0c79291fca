package io.tocsin.deploy.train;

import io.tocsin.scoring.lexicon.LexiconScorer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words and emoji of known feeling as texts of one word to learn from: they teach what is too rare
 * in a few thousand posts, and cost nothing when a mention is scored. English, German, Spanish and
 * French words and the emoji are those of the lexicon scorer.
 */
final class FeelingWords {
  private static final List<String> WITH_LEXICON = List.of("de", "en", "es", "fr");
  private static final String OTHERS = "feeling_words.tsv";

  /** What a valence of 1 adds to the probability of its side. */
  private static final float STEP = 0.25f;

  private static final float MOST = 0.9f;
  private static final float LEAST = 0.05f;

  private FeelingWords() {}

  /** The words of a language and the emoji of all. */
  static List<TrainingText> of(String language) {
    List<TrainingText> texts = new ArrayList<>();
    if (WITH_LEXICON.contains(language)) {
      readLexicon("lexicon_" + language + ".tsv", language, texts);
    } else {
      for (String[] columns : lines(FeelingWords.class, OTHERS)) {
        if (columns[0].equals(language)) {
          add(columns[2], Float.parseFloat(columns[1]), language, texts);
        }
      }
    }
    readLexicon("emoji.tsv", language, texts);
    return texts;
  }

  private static void readLexicon(String resource, String language, List<TrainingText> texts) {
    for (String[] columns : lines(LexiconScorer.class, resource)) {
      String role = columns[0].toLowerCase(Locale.ROOT);
      if (role.equals("valence") || role.equals("expletive")) {
        add(columns[2], Float.parseFloat(columns[1]), language, texts);
      }
    }
  }

  private static void add(String forms, float valence, String language, List<TrainingText> texts) {
    float side = Math.min(MOST, STEP * Math.abs(valence));
    float positive = valence > 0 ? side : LEAST;
    float negative = valence < 0 ? side : LEAST;
    for (String form : forms.split(" ", -1)) {
      float[] targets = {negative, 1 - negative - positive, positive};
      texts.add(new TrainingText(form.replace('_', ' '), targets, 1, language));
    }
  }

  private static List<String[]> lines(Class<?> beside, String resource) {
    List<String[]> lines = new ArrayList<>();
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          lines.add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
    return lines;
  }
}
