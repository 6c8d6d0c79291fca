package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.deploy.testing.InstalledModels;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real models on real sentences. */
class CoreNlpScorerIT {
  private static final long SEED = 20_261_124;
  private static final int RANDOM_TEXTS = 40;
  private static final int MOST_RANDOM_CHARS = 400;

  @SuppressWarnings("NullAway.Init") // opened once for all tests: loading takes seconds
  private static CoreNlpScorer scorer;

  @BeforeAll
  static void load() {
    scorer = CoreNlpScorer.open(InstalledModels.requireCoreNlp());
  }

  private static SentimentLabel label(String text) {
    return scorer.score(text, "en").label();
  }

  @Test
  void tellsAngerFromJoyAndFromPlainFact() {
    assertThat(label("This is a terrible service and I hate it."))
        .isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(label("What a wonderful, brilliant film!")).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(label("The shop is in the next street.")).isEqualTo(SentimentLabel.NEUTRAL);
  }

  @Test
  void givesProbabilitiesAndItsVersion() {
    Sentiment sentiment = scorer.score("Awful. We met on Monday. It was fine.", "en-GB");
    assertThat(sentiment.negative() + sentiment.neutral() + sentiment.positive())
        .isCloseTo(1, within(1e-5f));
    assertThat(sentiment.language()).isEqualTo("en");
    assertThat(sentiment.model()).matches("corenlp-\\d+(\\.\\d+)+");
  }

  @Test
  void leavesWhatIsNotEnglishUnscored() {
    assertThat(scorer.score("Das ist furchtbar", "de").label()).isEqualTo(SentimentLabel.UNSCORED);
    assertThat(scorer.score("Warum ist das nicht mehr da, und wo ist es jetzt?", null).label())
        .isEqualTo(SentimentLabel.UNSCORED);
  }

  @Test
  void leavesATextWithoutALetterUnscored() {
    assertThat(label("")).isEqualTo(SentimentLabel.UNSCORED);
    assertThat(label(" \uD83D\uDE21 !!! 123")).isEqualTo(SentimentLabel.UNSCORED);
  }

  @Test
  void readsTheBeginningOfAVeryLongTextOnly() {
    String beginning = "This is a terrible service and I hate it. ".repeat(24);
    assertThat(beginning).hasSizeGreaterThan(CoreNlpScorer.MOST_CHARS);
    Sentiment whole = scorer.score(beginning + "What a wonderful film! ".repeat(50_000), "en");
    assertThat(whole).isEqualTo(scorer.score(beginning, "en"));
  }

  @Test
  void survivesWhatNobodyWouldWrite() {
    Random random = new Random(SEED);
    for (int i = 0; i < RANDOM_TEXTS; i++) {
      String text = randomText(random);
      assertThat(scorer.score(text, "en").label()).as("seed %d, text %d", SEED, i).isNotNull();
    }
    assertThat(label("a ".repeat(5_000))).isNotNull();
    assertThat(label("(".repeat(5_000) + "a")).isNotNull();
    assertThat(label("a".repeat(5_000))).isNotNull();
  }

  /** Any UTF-16 units at all, halves of surrogate pairs among them. */
  private static String randomText(Random random) {
    char[] units = new char[random.nextInt(MOST_RANDOM_CHARS)];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) random.nextInt(random.nextBoolean() ? 128 : 1 << 16);
    }
    return new String(units);
  }
}
