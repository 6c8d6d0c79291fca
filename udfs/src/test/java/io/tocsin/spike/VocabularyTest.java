package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  @RepeatedTest(5)
  void countsNeverTooLowAndHardlyTooHigh(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Vocabulary vocabulary = new Vocabulary();
    Map<String, Integer> truth = new HashMap<>();
    int texts = 2_000;
    for (int i = 0; i < texts; i++) {
      Set<String> terms = new HashSet<>();
      for (int word = 0; word < 24; word++) {
        // Zipf's law: a few words are everywhere, most are hardly anywhere.
        terms.add("w" + (long) Math.pow(20_000, random.nextDouble()));
      }
      vocabulary.learn(terms);
      terms.forEach(term -> truth.merge(term, 1, Integer::sum));
    }

    assertThat(truth)
        .as("seed %d", info.getCurrentRepetition())
        .allSatisfy(
            (term, count) -> assertThat(vocabulary.count(term)).isGreaterThanOrEqualTo(count));
    long tooHigh =
        truth.entrySet().stream()
            .filter(entry -> vocabulary.count(entry.getKey()) > entry.getValue() + texts / 40)
            .count();
    assertThat(tooHigh).as("seed %d", info.getCurrentRepetition()).isLessThan(truth.size() / 100);
  }

  @Test
  void forgetsWhatIsNoLongerSpokenOf() {
    Vocabulary vocabulary = new Vocabulary();
    for (int i = 0; i < 2_000; i++) {
      vocabulary.learn(Set.of("launch"));
    }
    for (int i = 0; i < 20_000; i++) {
      vocabulary.learn(Set.of("shop"));
    }

    assertThat(vocabulary.count("launch")).isLessThan(vocabulary.texts / 20);
    assertThat(vocabulary.count("shop")).isGreaterThan(vocabulary.texts * 19 / 20);
  }

  @Test
  void holdsNothingBeforeItsFirstText() {
    assertThat(new Vocabulary().counters).isEmpty();
    assertThat(new Vocabulary().count("any")).isZero();
  }
}
