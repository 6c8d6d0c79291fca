package io.tocsin.scoring.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.NamedScorer;
import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scorer with the model that Tocsin comes with. */
class LinearScorerTest {
  private static final long SEED = 99;

  private final LinearScorer scorer = new LinearScorer(ShippedModel.read());
  private final Judgement judgement = new Judgement();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I hate this, worst service ever | NEGATIVE",
        "en | Thank you so much, I love it! | POSITIVE",
        "en | The shop opens at nine on Monday | NEUTRAL",
        "es | Qué asco de servicio, horrible | NEGATIVE",
        "es | Me encanta, muchas gracias! | POSITIVE",
        "fr | Quelle honte, c'est nul | NEGATIVE",
        "de | Schon wieder kaputt, das ist so schlecht | NEGATIVE",
        "de | Danke, das war super! | POSITIVE",
        "it | Che schifo, vergogna | NEGATIVE",
        "pt | Amei, muito obrigada! | POSITIVE",
        "pl | Dziękuję bardzo, super! :) | POSITIVE"
      })
  void feelsWhatAPersonFeels(String lang, String text, SentimentLabel label) {
    Sentiment sentiment = scorer.score(text, lang);
    assertThat(sentiment.label()).as(sentiment.toString()).isEqualTo(label);
    assertThat(sentiment.language()).isEqualTo(lang);
    assertThat(sentiment.negative() + sentiment.neutral() + sentiment.positive())
        .isCloseTo(1, within(1e-5f));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Has anybody else lost their signal since this morning? It is really annoying",
        "es | Llevo dos horas esperando y nadie me contesta, ya estoy cansado de esto",
        "fr | Bonjour, je n'ai plus de réseau depuis ce matin, que se passe-t-il ?",
        "de | Ich habe seit heute Morgen kein Netz mehr, was ist denn da los bei euch?",
        "it | Non ho più segnale da questa mattina, che cosa sta succedendo?",
        "pt | Estou sem sinal desde hoje de manhã, o que está acontecendo com vocês?",
        "pl | Od rana nie mam zasięgu, czy ktoś wie, co się dzieje?",
        "ar | لا توجد شبكة منذ صباح اليوم، هل يعرف أحد ماذا يحدث؟",
        "hi | सुबह से नेटवर्क नहीं है, क्या किसी को पता है कि क्या हो रहा है?"
      })
  void knowsTheLanguageThatNobodyStated(String language, String text) {
    Sentiment sentiment = scorer.score(text, null);
    assertThat(sentiment.language()).isEqualTo(language);
    assertThat(sentiment.label()).isNotEqualTo(SentimentLabel.UNSCORED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jag har inget nät sedan i morse, vad är det som händer hos er egentligen?",
        "Ik heb sinds vanochtend geen bereik meer, wat is er aan de hand bij jullie?",
        "Sabahtan beri telefonum çekmiyor, ne oluyor bilen var mı acaba?",
        "Minulla ei ole ollut verkkoa aamusta asti, mitä teillä oikein tapahtuu?",
        "Jeg har ikke haft net siden i morges, hvad sker der egentlig hos jer?",
        "Nu mai am semnal de azi dimineață, ce se întâmplă la voi?",
        "Reggel óta nincs térerőm, mi történik nálatok?",
        "Od rána nemám signál, co se u vás děje?",
        "Dari tadi pagi tidak ada sinyal, ada apa ya dengan jaringannya?",
        "Tôi không có sóng từ sáng nay, có chuyện gì vậy các bạn?",
        "今朝からずっと圏外です。何が起きているのでしょうか",
        "아침부터 신호가 없어요 무슨 일인가요",
        "С утра нет сети, кто-нибудь знает, что происходит?",
        "Δεν έχω σήμα από το πρωί, τι συμβαίνει;",
        "از صبح آنتن ندارم، کسی می‌داند چه شده است؟",
        "从早上开始就没有信号了，发生了什么事情"
      })
  void scoresNoLanguageWithoutAModel(String text) {
    assertUnscored(scorer.score(text, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "nl", "ja", "ru", "sw", "xx"})
  void takesTheNetworksWordForALanguageWithoutAModel(String lang) {
    assertUnscored(scorer.score("ok super", lang));
    assertThat(scorer.score("ok super", lang).language()).isEqualTo(lang);
  }

  @Test
  void scoresAShortTextInTheLanguageThatIsStated() {
    assertThat(scorer.score("danke!!", "de").language()).isEqualTo("de");
    assertThat(scorer.score("\ud83d\ude0d", "en").label()).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(scorer.score("Thanks, great!", "EN-gb").language()).isEqualTo("en");
  }

  @Test
  void doesNotBelieveANetworkThatIsClearlyWrong() {
    String german = "Ich habe seit heute Morgen kein Netz mehr, was ist denn da los bei euch?";
    assertThat(scorer.score(german, "en").language()).isEqualTo("de");
    String russian = "С утра нет сети, кто-нибудь знает, что происходит?";
    assertUnscored(scorer.score(russian, "en"));
    String dutch = "Ik heb sinds vanochtend geen bereik meer, wat is er aan de hand bij jullie?";
    assertUnscored(scorer.score(dutch, "de"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ok", "?", "a", "123", "\ud83d", "https://t.co/x", "@a @b"})
  void doesNotGuessTheLanguageOfNextToNothing(String text) {
    assertUnscored(scorer.score(text, null));
  }

  @Test
  void leavesAnEmptyTextUnscoredWhateverIsStated() {
    assertUnscored(scorer.score("", "en"));
    assertUnscored(scorer.score(" \n\t ", "en"));
  }

  @Test
  void doesNotGuessTheLanguageOfMixedScripts() {
    assertUnscored(scorer.score("привет hello мир world добрый good", null));
  }

  @Test
  void saysTheSameOfTheSameTextWhateverItReadBefore() {
    String text = "Still waiting for my refund, this is ridiculous";
    Sentiment first = scorer.score(text, "en");
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      scorer.score(randomUnits(random), random.nextBoolean() ? null : "fr");
    }
    assertThat(scorer.score(text, "en")).isEqualTo(first);
  }

  @Test
  void makesNothingForAText() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String text = "Still waiting for my refund, this is ridiculous \ud83d\ude21 &amp; é #SoBad";
    int rounds = 5_000;
    scoreOften(text, rounds);
    long before = threads.getCurrentThreadAllocatedBytes();
    scoreOften(text, rounds);
    long perText = (threads.getCurrentThreadAllocatedBytes() - before) / (2L * rounds);
    assertThat(perText).as("bytes a text").isZero();
  }

  @Test
  void stampsNameAndChecksumOfItsModel() {
    assertThat(scorer.model()).matches("[!-~]+-[0-9a-f]{8}");
    assertThat(scorer.score("hello there", "en").model()).isEqualTo(scorer.model());
    assertThat(scorer.score("hej", "sv").model()).isEqualTo(scorer.model());
  }

  @Test
  void isChosenByTheNameFast() {
    assertThat(new NamedScorer("fast", null).create().model()).isEqualTo(scorer.model());
  }

  @Test
  void tellsWhatIsWrongWithAModelFile(@TempDir Path folder) {
    String absent = folder.resolve("absent.tlm").toString();
    assertThatThrownBy(() -> new NamedScorer("fast", absent).create())
        .isInstanceOf(ScorerUnavailableException.class)
        .hasMessage(absent + ": no such file");
  }

  @Test
  void refusesAFileWithoutAModelOfSentiment() {
    ModelBundle empty = new ModelBundle("empty", "00000000", List.of());
    assertThatThrownBy(() -> new LinearScorer(empty))
        .isInstanceOf(ModelFileException.class)
        .hasMessage("empty-00000000: holds no model of sentiment");
  }

  private void scoreOften(String text, int rounds) {
    for (int i = 0; i < rounds; i++) {
      scorer.judge(text, "EN-gb", judgement);
      scorer.judge(text, null, judgement);
    }
  }

  private static void assertUnscored(@Nullable Sentiment sentiment) {
    assertThat(sentiment).isNotNull();
    assertThat(sentiment.label()).as(sentiment.toString()).isEqualTo(SentimentLabel.UNSCORED);
    assertThat(sentiment.negative()).isZero();
  }

  private static String randomUnits(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append((char) random.nextInt(Character.MAX_VALUE + 1));
    }
    return text.toString();
  }
}
