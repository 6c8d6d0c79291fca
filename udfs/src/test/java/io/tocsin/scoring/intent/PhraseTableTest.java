package io.tocsin.scoring.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tocsin.scoring.linear.FeatureScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhraseTableTest {
  private final PhraseTable table = new PhraseTable();
  private final FeatureScanner scanner = new FeatureScanner();

  @Test
  void findsWordsAndPairsWhereverTheyStand() {
    table.add("refund", 1);
    table.add("no signal", 2);
    assertThat(told("I want my REFUND!")).isEqualTo(1);
    assertThat(told("still No Signal, no refund")).isEqualTo(3);
    assertThat(told("no good signal")).isZero();
    assertThat(told("refunded")).isZero();
  }

  @Test
  void findsAPairBehindANegatorToo() {
    table.add("never again", 4);
    assertThat(told("never again, acme, never")).isEqualTo(4);
  }

  @Test
  void refusesMoreThanTwoWordsAndLessThanOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.add("one two three", 1))
        .withMessage("not one or two words: 'one two three'");
    assertThatIllegalArgumentException().isThrownBy(() -> table.add(" ", 1));
  }

  @Test
  void tellsTheSameAsALookUpPhraseByPhrase() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      PhraseTable random100 = new PhraseTable();
      Map<String, Integer> expected = new HashMap<>();
      for (int i = 0; i < 300; i++) {
        String word = word(random, 60);
        int bit = 1 << random.nextInt(8);
        random100.add(word, bit);
        expected.merge(word, bit, (a, b) -> a | b);
      }
      List<String> words = new ArrayList<>();
      int told = 0;
      for (int i = 0; i < 12; i++) {
        String word = word(random, 90);
        words.add(word);
        told |= expected.getOrDefault(word, 0);
      }
      assertThat(random100.toldBy(scanner.read(String.join(" ", words)).words()))
          .as("seed " + seed)
          .isEqualTo(told);
    }
  }

  private static String word(Random random, int words) {
    int number = random.nextInt(words);
    return "w" + (char) ('a' + number % 26) + (char) ('a' + number / 26) + "x";
  }

  private int told(String text) {
    return table.toldBy(scanner.read(text).words());
  }
}
