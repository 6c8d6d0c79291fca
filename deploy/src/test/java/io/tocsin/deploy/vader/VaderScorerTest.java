package io.tocsin.deploy.vader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaderScorerTest {
  private static final VaderLexicon LEXICON =
      new VaderLexicon(Map.of("good", 1.9, "bad", -2.5, "no", -1.2, ":)", 2.0));

  private final VaderRules rules = new VaderRules(LEXICON);
  private final VaderScorer scorer = new VaderScorer(LEXICON);

  // Worked out by hand from the paper's constants: x / sqrt(x^2 + 15).
  @ParameterizedTest
  @CsvSource({
    "the food is good, 0.4404", // x = 1.9
    "the food is very good, 0.4927", // 1.9 + 0.293
    "the food is not good, -0.3412", // 1.9 * -0.74
    "the food is GOOD, 0.5622", // 1.9 + 0.733
    "the food is good!, 0.4926", // 1.9 + 0.292
    "the food is kinda good, 0.3832", // 1.9 - 0.293
    "no good, -0.3412", // 'no' itself is silent before a weighed word
    "good but bad, -0.5859", // 0.95 - 3.75
    "the cat sat, 0"
  })
  void weighsWordsByTheirSurroundings(String text, double compound) {
    assertThat(rules.compound(text)).isCloseTo(compound, within(0.0002));
  }

  @Test
  void keepsEmoticonsWhole() {
    assertThat(scorer.score("ok :)", null).label()).isEqualTo(SentimentLabel.POSITIVE);
  }

  @Test
  void givesProbabilitiesInTheOrderOfTheCompound() {
    Sentiment good = scorer.score("good", "en");
    Sentiment flat = scorer.score("flat", "en");
    Sentiment bad = scorer.score("bad", "en");

    assertThat(bad.negative()).isGreaterThan(flat.negative());
    assertThat(flat.negative()).isGreaterThan(good.negative());
    assertThat(bad.negative() + bad.neutral() + bad.positive()).isCloseTo(1, within(1e-5f));
  }

  @Test
  void leavesOtherLanguagesAlone() {
    assertThat(scorer.score("gut", "de").label()).isEqualTo(SentimentLabel.UNSCORED);
  }

  @Test
  void namesTheLineThatItCannotRead() {
    assertThatExceptionOfType(ScorerUnavailableException.class)
        .isThrownBy(() -> VaderLexicon.parse("words.txt", List.of("good\t1.9", "bad\tvery")))
        .withMessage("words.txt line 2: no number: 'very'");
  }

  @Test
  void saysHowToGetItsLexicon() {
    assertThatExceptionOfType(ScorerUnavailableException.class)
        .isThrownBy(() -> new VaderScorerProvider().open(null))
        .withMessageContaining("--sentiment-model");
  }
}
