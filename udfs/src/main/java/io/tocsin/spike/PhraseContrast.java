package io.tocsin.spike;

import io.tocsin.mention.TextTerms;
import io.tocsin.window.SampledText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what is new in what is said: the words and pairs of words that stand in far more texts of
 * late than in the watch's usual ones. The measure is the log-odds ratio with an informative
 * Dirichlet prior, over its standard error (Monroe, Colaresi and Quinn 2008), on texts instead of
 * words: what a storm repeats counts once a text. Everyday words of any language are as frequent as
 * ever, so no list of them is needed.
 *
 * <p>Single letters and digits tell nothing. A phrase is told only if at least {@value
 * #FEWEST_AUTHORS} authors wrote it.
 */
final class PhraseContrast {
  private static final int MOST_PHRASES = 5;
  private static final int FEWEST_AUTHORS = 3;

  /** With fewer usual texts nobody can say what is usual. */
  private static final int FEWEST_USUAL = 30;

  private static final double FEWEST_DEVIATIONS = 4;
  private static final double LEAST_RATIO = 2;

  /** What so many texts say anyway is no news, however many say it. */
  private static final double EVERYDAY = 0.1;

  /** The prior weighs as much as so many texts. */
  private static final double PRIOR_TEXTS = 10;

  /** A pair that so many of its word's texts hold says more than the word. */
  private static final double PAIR_HOLDS_WORD = 0.6;

  private final Vocabulary usual;
  private final int texts;
  private final Map<String, Use> uses = new HashMap<>();

  private static final class Use {
    private final Set<Long> authors = new HashSet<>();
    private int texts;
  }

  private PhraseContrast(Vocabulary usual, List<SampledText> late) {
    this.usual = usual;
    this.texts = late.size();
    for (SampledText text : late) {
      for (String term : TextTerms.of(text.text())) {
        Use use = uses.computeIfAbsent(term, key -> new Use());
        use.texts++;
        use.authors.add(text.author());
      }
    }
  }

  /** The phrases that stand out most, clearest first. */
  static List<Phrase> of(Vocabulary usual, List<SampledText> late) {
    return usual.texts < FEWEST_USUAL ? List.of() : new PhraseContrast(usual, late).clearest();
  }

  private List<Phrase> clearest() {
    List<Phrase> standing = new ArrayList<>();
    uses.forEach(
        (term, use) -> {
          if (term.length() > 1 && use.authors.size() >= FEWEST_AUTHORS) {
            Phrase phrase = phrase(term, use);
            if (isNews(phrase)) {
              standing.add(phrase);
            }
          }
        });
    standing.sort(
        Comparator.comparingDouble((Phrase phrase) -> -phrase.score()).thenComparing(Phrase::text));
    return withoutEchoes(standing);
  }

  private static boolean isNews(Phrase phrase) {
    return phrase.score() >= FEWEST_DEVIATIONS
        && phrase.share() >= LEAST_RATIO * phrase.usualShare()
        && phrase.usualShare() <= EVERYDAY;
  }

  private Phrase phrase(String term, Use use) {
    double usualTexts = usual.count(term);
    double prior = PRIOR_TEXTS * (use.texts + usualTexts) / (texts + usual.texts);
    double late = use.texts + prior;
    double past = usualTexts + prior;
    double odds = late / (texts + PRIOR_TEXTS - late);
    double usualOdds = past / (usual.texts + PRIOR_TEXTS - past);
    double score = Math.log(odds / usualOdds) / Math.sqrt(1 / late + 1 / past);
    return new Phrase(term, 1.0 * use.texts / texts, usualTexts / usual.texts, score);
  }

  /** Of phrases that share a word only one is told: the pair, if it is what the words stand in. */
  private static List<Phrase> withoutEchoes(List<Phrase> clearestFirst) {
    List<Phrase> told = new ArrayList<>();
    for (Phrase phrase : clearestFirst) {
      List<Phrase> echoes =
          told.stream().filter(other -> sharesWord(other.text(), phrase.text())).toList();
      if (echoes.stream().allMatch(other -> isWordOf(other, phrase))) {
        told.add(echoes.isEmpty() ? told.size() : told.indexOf(echoes.get(0)), phrase);
        told.removeAll(echoes);
      }
    }
    return List.copyOf(told.subList(0, Math.min(MOST_PHRASES, told.size())));
  }

  private static boolean isWordOf(Phrase word, Phrase pair) {
    return pair.text().length() > word.text().length()
        && pair.text().contains(word.text())
        && pair.share() >= PAIR_HOLDS_WORD * word.share();
  }

  private static boolean sharesWord(String one, String other) {
    if (!Collections.disjoint(words(one), words(other))) {
      return true;
    }
    return isUnspacedPairOf(one, other) || isUnspacedPairOf(other, one);
  }

  private static List<String> words(String phrase) {
    return List.of(phrase.split(" ", -1));
  }

  /** Where a script sets no spaces, a pair is four characters and a word is any two of them. */
  private static boolean isUnspacedPairOf(String pair, String word) {
    return pair.length() == 4 && word.length() == 2 && pair.contains(word);
  }
}
