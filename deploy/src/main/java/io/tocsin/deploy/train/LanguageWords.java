package io.tocsin.deploy.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes texts of languages of which there are no posts to learn from, by drawing from their common
 * words. That is enough to know a text of theirs for none of its neighbours'.
 */
final class LanguageWords {
  private static final String RESOURCE = "neighbour_languages.tsv";
  private static final int FEWEST_WORDS = 3;
  private static final int MOST_WORDS = 18;

  /** The k-th word is drawn in proportion to 1 / (k + this). */
  private static final int RANK_OFFSET = 12;

  private final Map<String, List<String>> words = new LinkedHashMap<>();

  LanguageWords() {
    try (InputStream in = LanguageWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** Their ISO 639-1 codes; Tagalog's is {@code tl}. */
  List<String> languages() {
    return List.copyOf(words.keySet());
  }

  /** Texts of common words in no order. */
  List<String> texts(String language, int count, SplittableRandom random) {
    List<String> forms = words.getOrDefault(language, List.of());
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(forms, random));
    }
    return texts;
  }

  private static String text(List<String> forms, SplittableRandom random) {
    int length = random.nextInt(FEWEST_WORDS, MOST_WORDS);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(i == 0 ? "" : " ").append(forms.get(draw(forms.size(), random)));
    }
    return text.toString();
  }

  /** A rank, by the inverse of the harmonic distribution function. */
  private static int draw(int count, SplittableRandom random) {
    double share = random.nextDouble();
    double top = StrictMath.log((double) (count + RANK_OFFSET) / RANK_OFFSET);
    int rank = (int) (RANK_OFFSET * StrictMath.expm1(share * top));
    return Math.min(count - 1, rank);
  }

  private void read(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.startsWith("#")) {
        int tab = line.indexOf('\t');
        words.put(line.substring(0, tab), List.of(line.substring(tab + 1).split(" ", -1)));
      }
    }
  }
}
