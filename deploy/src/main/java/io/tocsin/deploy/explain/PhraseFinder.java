package io.tocsin.deploy.explain;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds noun phrases by a pattern of tags: up to four adjectives and nouns that end in a noun, none
 * of them part of a name. That needs no parser, whose model takes most of the scorer's heap. Every
 * part of a phrase that is a phrase itself is found too, so that 'network outage' also counts as
 * 'outage'.
 */
final class PhraseFinder {
  private static final int MOST_WORDS = 4;
  private static final int LEAST_WORD_LENGTH = 3;

  /** Nouns that say nothing of what has happened. */
  private static final Set<String> EMPTY_NOUNS =
      Set.of(
          "anybody",
          "anyone",
          "anything",
          "bit",
          "bunch",
          "day",
          "everybody",
          "everyone",
          "everything",
          "fact",
          "guy",
          "hour",
          "kind",
          "lot",
          "man",
          "minute",
          "moment",
          "month",
          "morning",
          "night",
          "nobody",
          "nothing",
          "one",
          "other",
          "people",
          "person",
          "place",
          "reason",
          "second",
          "somebody",
          "someone",
          "something",
          "sort",
          "stuff",
          "thing",
          "time",
          "today",
          "tomorrow",
          "tonight",
          "way",
          "week",
          "year",
          "yesterday",
          "amp",
          "lol",
          "omg");

  private final String brandKey;

  /**
   * A finder that leaves phrases with the brand's name out.
   *
   * @param brandKey see {@link NameKey}
   */
  PhraseFinder(String brandKey) {
    this.brandKey = brandKey;
  }

  /**
   * Adds the phrases of a sentence.
   *
   * @param phrases by their words' dictionary forms, as first written
   */
  void addTo(Map<String, String> phrases, Iterable<TaggedWord> sentence) {
    Run run = new Run(phrases);
    for (TaggedWord word : sentence) {
      run.take(word);
    }
  }

  private boolean isPart(TaggedWord word) {
    return (word.isNoun() || word.isAdjective())
        && word.kind() == null
        && word.text().length() >= LEAST_WORD_LENGTH
        && word.text().chars().allMatch(c -> Character.isLetter(c) || c == '-')
        && !NameKey.of(word.text()).equals(brandKey);
  }

  /** The last words of a run of adjectives and nouns. */
  private final class Run {
    private final Map<String, String> phrases;
    private final TaggedWord[] last = new TaggedWord[MOST_WORDS];
    private int length;

    Run(Map<String, String> phrases) {
      this.phrases = phrases;
    }

    void take(TaggedWord word) {
      if (!isPart(word)) {
        length = 0;
        return;
      }
      if (length == MOST_WORDS) {
        System.arraycopy(last, 1, last, 0, MOST_WORDS - 1);
        length--;
      }
      last[length++] = word;
      if (word.isNoun() && !EMPTY_NOUNS.contains(lemma(word))) {
        addPhrases();
      }
    }

    /** All that end in the last word. */
    private void addPhrases() {
      StringBuilder key = new StringBuilder();
      StringBuilder text = new StringBuilder();
      for (int i = length - 1; i >= 0; i--) {
        String space = i == length - 1 ? "" : " ";
        key.insert(0, lemma(last[i]) + space);
        text.insert(0, last[i].text().toLowerCase(Locale.ROOT) + space);
        phrases.putIfAbsent(key.toString(), text.toString());
      }
    }

    private static String lemma(TaggedWord word) {
      return word.lemma().toLowerCase(Locale.ROOT);
    }
  }
}
