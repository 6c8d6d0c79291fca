package io.tocsin.scoring.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconScorerTest {
  private static final int ROUNDS = 20_000;
  private static final int LONGEST_TEXT_CHARS = 20_000;

  private final LexiconScorer scorer = new LexiconScorer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The internet is down again, second outage this week | NEGATIVE",
        "en | Thank you for your help, solved in minutes | POSITIVE",
        "en | What time do you open tomorrow? | NEUTRAL",
        "de | Seit Stunden kein Netz, was ist los? | NEGATIVE",
        "de | Danke für die schnelle Hilfe | POSITIVE",
        "es | No funciona internet desde ayer, qué vergüenza | NEGATIVE",
        "es | Muchas gracias por la ayuda | POSITIVE",
        "fr | Toujours pas de réseau, c'est une honte | NEGATIVE",
        "fr | Merci beaucoup, super service | POSITIVE",
      })
  void tellsComplaintsFromPraiseInFourLanguages(String lang, String text, SentimentLabel label) {
    assertThat(scorer.score(text, lang).label()).isEqualTo(label);
    assertThat(scorer.score(text, lang).language()).isEqualTo(lang);
  }

  @ParameterizedTest
  @CsvSource({
    "en, good, not good",
    "en, friendly, never very friendly",
    "en, happy, I don\u2019t feel happy",
    "de, gut, nicht gut",
    "es, bueno, no es bueno",
    "fr, bon, ce n'est pas bon",
  })
  void negationTurnsPraiseIntoBlame(String lang, String praise, String negated) {
    assertThat(scorer.score(praise, lang).label()).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(scorer.score(negated, lang).label()).isEqualTo(SentimentLabel.NEGATIVE);
  }

  @Test
  void negationEndsWithItsPhrase() {
    assertThat(english("not now. good").label()).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(english("no, it is a great phone").label()).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(english("not that I ever said so good").label()).isEqualTo(SentimentLabel.POSITIVE);
  }

  @Test
  void negatedBlameIsMilderThanBlame() {
    assertThat(english("that was not terrible").negative())
        .isLessThan(english("that was terrible").negative());
  }

  @ParameterizedTest
  @CsvSource({
    "this is bad, this is so bad",
    "this is bad, this is BAD",
    "this is bad, this is baaaad",
    "this is so bad, this is sooooo bad",
    "this is bad, this is bad!!!",
    "this is slow, this is extremely slow",
    "this is a bit slow, this is slow",
    "it broke, it broke \ud83d\ude21",
    "it broke, it broke :(",
  })
  void emphasisMakesBlameLouder(String calm, String loud) {
    assertThat(english(loud).negative()).isGreaterThan(english(calm).negative());
  }

  @Test
  void capitalsEmphasiseOnlyAmongSmallLetters() {
    assertThat(english("THIS IS BAD").negative()).isEqualTo(english("this is bad").negative());
  }

  @Test
  void exclamationMarksBeyondThreeSayNoMore() {
    assertThat(english("bad!!!!!!!!!!")).isEqualTo(english("bad!!!"));
  }

  @ParameterizedTest
  @CsvSource({
    "great, fucking great",
    "slow, fucking slow",
  })
  void curseBeforeAWordThatWeighsOnlyMakesItLouder(String calm, String cursing) {
    assertThat(english(cursing).label()).isEqualTo(english(calm).label());
  }

  @Test
  void curseAloneIsBlame() {
    assertThat(english("fix the fucking app").label()).isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(english("f*ck this").label()).isEqualTo(SentimentLabel.NEGATIVE);
  }

  @Test
  void whatFollowsAButCountsMore() {
    assertThat(english("the food was good but the waiter was rude").label())
        .isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(english("the waiter was rude but the food was good").negative())
        .isLessThan(english("the food was good but the waiter was rude").negative());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"my card is not working", "no signal here", "can't connect", "shut down again"})
  void phrasesWeighWhereTheirWordsDoNot(String text) {
    assertThat(english(text).label()).isEqualTo(SentimentLabel.NEGATIVE);
  }

  @Test
  void phraseReplacesTheWeightOfItsWords() {
    assertThat(english("I can't wait").label()).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(english("no problem").label()).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(english("#EpicFail").label()).isEqualTo(SentimentLabel.NEGATIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ud83d\ude0d", "\u2764\ufe0f", "\ud83d\udc4d\ud83c\udffd", ":)", ":-D", "<3"})
  void friendlySymbolsArePraise(String symbol) {
    assertThat(english("@acme " + symbol).label()).isEqualTo(SentimentLabel.POSITIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d\ude21", "\ud83d\udc94", "\ud83d\ude2d", ":(", ":'(", "</3"})
  void hostileSymbolsAreBlame(String symbol) {
    assertThat(english("@acme " + symbol).label()).isEqualTo(SentimentLabel.NEGATIVE);
  }

  @Test
  void handlesAndLinksSayNothing() {
    assertThat(english("@terrible_bank see https://bad.example/awful")).isEqualTo(english("see"));
  }

  @Test
  void accentsMayStandApartFromTheirLetters() {
    assertThat(scorer.score("de\u0301teste", "fr")).isEqualTo(scorer.score("d\u00e9teste", "fr"));
  }

  @ParameterizedTest
  @CsvSource({"en-GB, en", "EN, en", "de_AT, de", "es-419, es", "fr-CA-x-web, fr"})
  void readsThePrimaryLanguageOfATag(String tag, String language) {
    assertThat(scorer.score("ok", tag).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt", "pt-BR", "ja", "ar", "tlh", "qme", "zxx"})
  void languagesWithoutALexiconStayUnscored(String lang) {
    Sentiment sentiment = scorer.score("terrible service \ud83d\ude21", lang);

    assertUnscored(sentiment);
    assertThat(sentiment.language())
        .isEqualTo(lang.substring(0, lang.startsWith("pt") ? 2 : lang.length()));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"und", "", "-", "english", "e", "12"})
  void guessesTheLanguageWhereNoneIsStated(@Nullable String lang) {
    assertThat(scorer.score("the service has been down for hours and I am so angry", lang))
        .extracting(Sentiment::language, Sentiment::label)
        .containsExactly("en", SentimentLabel.NEGATIVE);
    assertThat(scorer.score("isto não funciona, você é uma vergonha", lang))
        .extracting(Sentiment::language, Sentiment::label)
        .containsExactly("pt", SentimentLabel.UNSCORED);
  }

  @Test
  void staysUnscoredRatherThanGuessFromTooLittle() {
    Sentiment sentiment = scorer.score("fatal error", null);

    assertUnscored(sentiment);
    assertThat(sentiment.language()).isNull();
  }

  @Test
  void textMostlyInAnotherScriptThanItsLanguageStaysUnscored() {
    assertUnscored(english("\u041f\u043b\u043e\u0445\u043e good"));
    assertUnscored(english("\u3053\u308c\u306f\u6700\u60aa\u3067\u3059"));
    assertThat(english("terrible service, \u6700\u60aa").label())
        .isEqualTo(SentimentLabel.NEGATIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \n\t", "https://example.com/a", "@acme", "...", "\ud83d", "\ude21\ud83d"})
  void textWithoutWordOrSymbolStaysUnscored(String text) {
    assertUnscored(english(text));
  }

  @Test
  void readsTheLongestTextThatTocsinAccepts() {
    String text = "not bad, terrible! ".repeat(LONGEST_TEXT_CHARS / 19);

    assertThat(english(text).negative()).isCloseTo(1, within(0.05f));
    assertThat(english("a".repeat(LONGEST_TEXT_CHARS)).label()).isEqualTo(SentimentLabel.NEUTRAL);
  }

  @Test
  void nothingOfOneTextStaysForTheNext() {
    Sentiment alone = english("good");
    english("NOT so fucking");
    assertThat(english("good")).isEqualTo(alone);
  }

  @Test
  void anyTextGivesProbabilitiesOrNone() {
    String[] languages = {"en", "de", "es", "fr", null, "xx"};
    for (long seed = 0; seed < ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = RandomText.from(random);
      String lang = languages[random.nextInt(languages.length)];
      Sentiment sentiment = scorer.score(text, lang);
      float sum = sentiment.negative() + sentiment.neutral() + sentiment.positive();
      boolean unscored = sentiment.label() == SentimentLabel.UNSCORED;

      assertThat(sum).as("seed %d", seed).isCloseTo(unscored ? 0 : 1, within(1e-6f));
      assertThat(likeliest(sentiment)).as("seed %d", seed).isEqualTo(sentiment.label());
      assertThat(scorer.score(text, lang)).as("seed %d", seed).isEqualTo(sentiment);
    }
  }

  private Sentiment english(String text) {
    return scorer.score(text, "en");
  }

  private void assertUnscored(Sentiment sentiment) {
    assertThat(sentiment).isEqualTo(Sentiment.unscored(sentiment.language(), "lexicon-1"));
  }

  private static SentimentLabel likeliest(Sentiment s) {
    float most = Math.max(s.neutral(), Math.max(s.negative(), s.positive()));
    if (most == 0) {
      return SentimentLabel.UNSCORED;
    }
    if (most == s.neutral()) {
      return SentimentLabel.NEUTRAL;
    }
    return most == s.negative() ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
  }
}
