package io.tocsin.deploy.bench;

import java.util.List;
import java.util.Random;

/** Kinds of terms that posts may make easy or hard to look for. No post has them. */
enum TermCase {
  /** Names made of syllables. */
  INVENTED_NAMES("invented names") {
    @Override
    String term(List<String> words, Random random) {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < SYLLABLES; i++) {
        name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
            .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
      }
      return name.toString();
    }
  },

  /** Two to four of the posts' words, common ones most often. */
  PHRASES("phrases of the posts' words") {
    @Override
    String term(List<String> words, Random random) {
      StringBuilder phrase = new StringBuilder(any(words, random));
      for (int i = random.nextInt(MOST_MORE_WORDS); i >= 0; i--) {
        phrase.append(' ').append(any(words, random));
      }
      return phrase.toString();
    }
  },

  /** Two words that stand so in a post, and another: what is found out only at the third. */
  BEGINNINGS("phrases that begin as posts do") {
    @Override
    String term(List<String> words, Random random) {
      int first = random.nextInt(words.size() - 1);
      return words.get(first) + " " + words.get(first + 1) + " " + any(words, random);
    }
  },

  /** The posts' words, some with a number, as handles, hashtags and cashtags. */
  TAGS("tags of the posts' words") {
    @Override
    String term(List<String> words, Random random) {
      String number = random.nextBoolean() ? "" : String.valueOf(random.nextInt(MOST_NUMBER));
      return any(words, random) + number;
    }
  };

  private static final int SYLLABLES = 4;
  private static final String CONSONANTS = "bcdfghklmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final int MOST_MORE_WORDS = 3;
  private static final int MOST_NUMBER = 1_000;

  private final String title;

  TermCase(String title) {
    this.title = title;
  }

  /** For the table. */
  String title() {
    return title;
  }

  /**
   * One such term.
   *
   * @param words of the posts, one after the other
   */
  abstract String term(List<String> words, Random random);

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
