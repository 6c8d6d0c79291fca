package io.tocsin.deploy.vader;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text cut at white space, punctuation taken off longer words; short ones may be emoticons.
 *
 * @param written as written
 * @param lower the same in lower case
 * @param capsTell whether some words, but not all, are in capitals: only then do capitals shout
 */
record Words(List<String> written, List<String> lower, boolean capsTell) {
  private static final int LONGEST_EMOTICON = 2;

  static Words of(String text) {
    List<String> written =
        Arrays.stream(text.strip().split("\\s+"))
            .map(Words::bare)
            .filter(w -> w.length() > 1)
            .toList();
    List<String> lower = written.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
    long shouted = written.stream().filter(Words::isShouted).count();
    return new Words(written, lower, shouted > 0 && shouted < written.size());
  }

  int size() {
    return lower.size();
  }

  boolean shouts(int index) {
    return capsTell && isShouted(written.get(index));
  }

  private static String bare(String word) {
    String stripped = word.replaceAll("^\\p{Punct}+|\\p{Punct}+$", "");
    return stripped.length() <= LONGEST_EMOTICON ? word : stripped;
  }

  private static boolean isShouted(String word) {
    return !word.equals(word.toLowerCase(Locale.ROOT))
        && word.equals(word.toUpperCase(Locale.ROOT));
  }
}
