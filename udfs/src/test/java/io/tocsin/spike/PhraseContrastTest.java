package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.TextTerms;
import io.tocsin.window.SampledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PhraseContrastTest {
  private static final String[] EVERYDAY = {
    "the new acme phone is nice", "my acme phone is in the shop", "where is the acme shop", "i love"
  };
  private static final String[] MORE = {"today", "again", "and you", "lol", "with mum", "in town"};

  @RepeatedTest(10)
  void namesTheBatteryOfABatteryStormAndNoEverydayWord(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Vocabulary usual = usual(random, 400);
    List<SampledText> storm = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      String text = everyday(random);
      storm.add(text(i, i, random.nextInt(3) > 0 ? "my battery is dead " + text : text));
    }

    List<Phrase> phrases = PhraseContrast.of(usual, storm);

    assertThat(phrases)
        .as("seed %d", info.getCurrentRepetition())
        .extracting(Phrase::text)
        .anyMatch(phrase -> phrase.contains("battery"))
        .doesNotContain("the", "is", "acme", "phone", "my", "acme phone", "shop");
    assertThat(phrases.get(0).share()).isBetween(0.4, 0.9);
    assertThat(phrases.get(0).usualShare()).isLessThan(0.05);
  }

  @RepeatedTest(20)
  void namesNothingInCalmTimes(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Vocabulary usual = usual(random, 400);
    List<SampledText> calm = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      calm.add(text(i, i, everyday(random)));
    }

    assertThat(PhraseContrast.of(usual, calm)).as("seed %d", info.getCurrentRepetition()).isEmpty();
  }

  @Test
  void namesNothingThatFewerThanThreeAuthorsWrote() {
    Vocabulary usual = usual(new Random(1), 400);
    List<SampledText> flood = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      flood.add(text(i, i % 2, "buy followers now " + i));
    }

    assertThat(PhraseContrast.of(usual, flood)).isEmpty();
    assertThat(
            PhraseContrast.of(
                usual,
                flood.stream().map(text -> text(text.key(), text.key(), text.text())).toList()))
        .isNotEmpty();
  }

  @Test
  void namesNothingWhileNobodyKnowsWhatIsUsual() {
    List<SampledText> texts = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      texts.add(text(i, i, "the battery is dead"));
    }

    assertThat(PhraseContrast.of(usual(new Random(1), 10), texts)).isEmpty();
  }

  @Test
  void tellsAPairInsteadOfItsWords() {
    Vocabulary usual = usual(new Random(1), 400);
    List<SampledText> storm = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      storm.add(text(i, i, "no signal"));
    }

    assertThat(PhraseContrast.of(usual, storm))
        .extracting(Phrase::text)
        .containsExactly("no signal");
  }

  private static Vocabulary usual(Random random, int texts) {
    Vocabulary usual = new Vocabulary();
    for (int i = 0; i < texts; i++) {
      usual.learn(TextTerms.of(everyday(random)));
    }
    return usual;
  }

  private static String everyday(Random random) {
    return EVERYDAY[random.nextInt(EVERYDAY.length)]
        + ' '
        + MORE[random.nextInt(MORE.length)]
        + ' '
        + MORE[random.nextInt(MORE.length)];
  }

  private static SampledText text(long key, long author, String text) {
    return SampledText.of(key, author, text);
  }
}
