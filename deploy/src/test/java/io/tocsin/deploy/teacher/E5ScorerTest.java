package io.tocsin.deploy.teacher;

import static io.tocsin.scoring.SentimentLabel.NEGATIVE;
import static io.tocsin.scoring.SentimentLabel.NEUTRAL;
import static io.tocsin.scoring.SentimentLabel.POSITIVE;
import static io.tocsin.scoring.SentimentLabel.UNSCORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.scoring.NamedScorer;
import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real network, from its jar. */
class E5ScorerTest {
  private static final Map<SentimentLabel, List<String>> CLEAR =
      Map.of(
          NEGATIVE,
          List.of(
              "No service for six hours and nobody answers. I am so angry with this company!",
              "worst airline ever, they lost my bag and laughed about it",
              "Your app deleted all my photos. Absolutely terrible, I want my money back.",
              "this is not good at all, the food made my daughter sick"),
          NEUTRAL,
          List.of(
              "The shop on Main Street opens at 9 am on Tuesday.",
              "Does the new plan include roaming in Canada?",
              "Quarterly figures will be published on Thursday",
              "Watching the match at the station with Tom at 8"),
          POSITIVE,
          List.of(
              "I love this phone, best purchase I have made in years!",
              "Huge thanks to the crew, you saved our holiday :)",
              "so happy with the quick help today, brilliant team",
              "What a wonderful evening, everything was perfect"));

  private static SentimentScorer e5;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    e5 = new NamedScorer("e5", null).create();
  }

  @AfterAll
  static void close() {
    e5.close();
  }

  @Test
  void readsClearTextsRight() {
    CLEAR.forEach(
        (label, texts) ->
            texts.forEach(
                text -> assertThat(e5.score(text, "en").label()).as(text).isEqualTo(label)));
  }

  @Test
  void givesProbabilitiesThatSumToOneAndItsVersion() {
    Sentiment sentiment = e5.score("it works, thanks", "en-GB");
    assertThat(sentiment.negative() + sentiment.neutral() + sentiment.positive())
        .isCloseTo(1, within(1e-5f));
    assertThat(sentiment.model()).isEqualTo(e5.model()).matches("e5-1-[0-9a-f]{8}");
  }

  @Test
  void saysTheSameOfTheSameText() {
    Sentiment first = e5.score("the network is down again", "en");
    e5.score("something else in between, and much longer than the text before and after it", "en");
    assertThat(e5.score("the network is down again", "en")).isEqualTo(first);
  }

  @Test
  void leavesOtherLanguagesUnscored() {
    assertThat(e5.score("das Netz ist schon wieder weg", "de").label()).isEqualTo(UNSCORED);
    assertThat(e5.score("das Netz ist schon wieder weg, und ich bin es leid", null).label())
        .isEqualTo(UNSCORED);
    assertThat(e5.score("the network is gone again and I am tired of it", null).label())
        .isEqualTo(NEGATIVE);
    assertThat(e5.score(" ", "en").label()).isEqualTo(UNSCORED);
  }

  @Test
  void readsMonstrousAndBrokenTexts() {
    assertThat(e5.score("bad ".repeat(50_000), "en").label()).isEqualTo(NEGATIVE);
    assertThat(e5.score("\uD800\u0000\u202E", "en").label()).isNotEqualTo(UNSCORED);
  }

  @Test
  void isOfNoUseOnceItIsClosed() {
    SentimentScorer other = new NamedScorer("e5", null).create();
    other.close();
    assertThatThrownBy(() -> other.score("hello", "en")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tellsWhatIsWrongWithAHead() throws Exception {
    Path file = Files.writeString(folder.resolve("head.bin"), "no head");
    NamedScorer scorer = new NamedScorer("e5", file.toString());
    assertThatThrownBy(scorer::create)
        .isInstanceOf(ScorerUnavailableException.class)
        .hasMessage(file + ": is no head for e5, or cut short");
  }
}
