package io.tocsin.scoring.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.linear.FeatureScanner;
import io.tocsin.scoring.linear.LinearModel;
import io.tocsin.scoring.linear.ModelBundle;
import io.tocsin.scoring.linear.ModelEntry;
import io.tocsin.scoring.linear.ModelFileException;
import io.tocsin.scoring.linear.OutputKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntentScorerTest {
  private final FeatureScanner scanner = new FeatureScanner();
  private final IntentScorer scorer = IntentScorer.shipped();

  @Test
  void tellsAComplaintThatNeedsAResponse() {
    Intent intent =
        judge("@acme my internet has been down for three days and nobody answers your phone", "en");
    assertThat(intent.kinds()).contains(IntentKind.COMPLAINT);
    assertThat(intent.needsResponse()).isGreaterThan(0.8f);
  }

  @Test
  void leavesWhatNeedsNoResponse() {
    Intent intent =
        judge("Monday beach vibes with friends #sunset https://example.com/a?b=c", "en");
    assertThat(intent.kinds()).containsExactly(IntentKind.OTHER);
    assertThat(intent.needsResponse()).isLessThan(0.3f);
  }

  @Test
  void hearsAQuestionByItsMarkOrItsWords() {
    assertThat(judge("@acme is the shop in Leeds open today?", "en").kinds())
        .contains(IntentKind.QUESTION);
    assertThat(judge("@acme can you send me the number of the shop in Leeds", "en").kinds())
        .contains(IntentKind.QUESTION);
    assertThat(judge("@acme ist der Laden in Köln heute offen?", "de").kinds())
        .containsExactly(IntentKind.QUESTION);
  }

  @Test
  void hearsPraiseOnlyWhereThePostSoundsGlad() {
    String text = "@acme thank you";
    assertThat(judge(text, feels(0.1f, 0.8f)).kinds()).contains(IntentKind.PRAISE);
    assertThat(judge(text, feels(0.8f, 0.1f)).kinds()).doesNotContain(IntentKind.PRAISE);
  }

  @Test
  void tellsHowFarAPurchaseIs() {
    assertThat(judge("thinking about getting a car, or saving for it", "en").kinds())
        .contains(IntentKind.PURCHASE_BEFORE);
    assertThat(judge("my parcel is on its way says the tracking number", "en").kinds())
        .contains(IntentKind.PURCHASE_DURING);
    assertThat(judge("Just bought these and i love them", "en").kinds())
        .contains(IntentKind.PURCHASE_AFTER);
  }

  @Test
  void doesNotPretendToKnowALanguageWithoutAModel() {
    Intent intent = judge("@acme das Netz ist seit drei Tagen weg", "de");
    assertThat(intent).isEqualTo(Intent.UNKNOWN);
    assertThat(judge("@acme das Netz ist weg", (String) null)).isEqualTo(Intent.UNKNOWN);
  }

  @Test
  void knowsNothingOfAnEmptyText() {
    assertThat(judge("", "en")).isEqualTo(Intent.UNKNOWN);
  }

  @Test
  void takesTheWordsOfAPlanForItsBrandInAnyLanguage() {
    PlanWords words =
        new PlanWords(
            new IntentWords(
                    "acme",
                    List.of("notruf"),
                    Map.of(
                        IntentKind.COMPLAINT, List.of("kein netz"),
                        IntentKind.PRAISE, List.of("wieder da")))
                .phrases());
    String text = "Kein Netz! Notruf geht nicht";
    assertThat(judge(text, feelsIn("de"), words.toldBy(text, List.of("acme", "apex"))))
        .isEqualTo(new Intent(1f, List.of(IntentKind.COMPLAINT)));
    assertThat(judge(text, feelsIn("de"), words.toldBy(text, List.of("apex"))))
        .isEqualTo(Intent.UNKNOWN);
    String back = "Netz wieder da";
    assertThat(judge(back, feels(0.9f, 0), words.toldBy(back, List.of("acme"))).kinds())
        .contains(IntentKind.PRAISE);
  }

  @Test
  void refusesAModelWithOtherOutputs() {
    LinearModel model = new LinearModel(OutputKind.SIGMOID, 8, new float[1], 1, new byte[1 << 8]);
    ModelBundle bundle =
        new ModelBundle(
            "x", "0", List.of(new ModelEntry(IntentScorer.TASK, "en", List.of("anger"), model)));
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> new IntentScorer(bundle))
        .withMessageContaining("intent tells [anger] and not [needs-response, complaint]");
  }

  private Intent judge(String text, @Nullable String language) {
    return judge(text, feelsIn(language));
  }

  private Intent judge(String text, Sentiment sentiment) {
    return judge(text, sentiment, 0);
  }

  private Intent judge(String text, Sentiment sentiment, int toldByPlan) {
    return scorer.judge(scanner.read(text), sentiment, toldByPlan);
  }

  private static Sentiment feelsIn(@Nullable String language) {
    return Sentiment.unscored(language, "none");
  }

  private static Sentiment feels(float negative, float positive) {
    return new Sentiment(
        negative,
        1 - negative - positive,
        positive,
        negative > positive ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE,
        "en",
        "sample");
  }
}
