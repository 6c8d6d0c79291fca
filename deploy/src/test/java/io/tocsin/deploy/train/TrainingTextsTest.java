package io.tocsin.deploy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.deploy.host.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What training texts are read from, weighed and parted by. */
class TrainingTextsTest {
  @TempDir private Path folder;

  @Test
  void readsALabelATabAndAText() throws Exception {
    Path file = Files.writeString(folder.resolve("a.tsv"), "0\tbad\tday\n2\tgood\n");
    List<TrainingText> texts = LabelledFile.labels(file, "en");
    assertThat(texts).extracting(TrainingText::text).containsExactly("bad\tday", "good");
    assertThat(texts.get(1).targets()).containsExactly(0, 0, 1);
  }

  @Test
  void readsSoftLabels() throws Exception {
    Path file = Files.writeString(folder.resolve("s.tsv"), "0.2\t0.3\t0.5\tso so\n");
    assertThat(LabelledFile.softLabels(file, "en").get(0).targets())
        .containsExactly(new float[] {0.2f, 0.3f, 0.5f}, within(1e-6f));
  }

  @Test
  void namesTheLineThatItCannotRead() throws Exception {
    Path hard = Files.writeString(folder.resolve("h.tsv"), "0\tbad\n3\tgood\n");
    assertThatThrownBy(() -> LabelledFile.labels(hard, "en"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(hard + " line 2: '0', '1' or '2', a tab and a text expected: '3 good'");
    Path soft = Files.writeString(folder.resolve("s.tsv"), "0.2\t0.3\tx\tso so\n");
    assertThatThrownBy(() -> LabelledFile.softLabels(soft, "en"))
        .hasMessage(soft + " line 1: not a probability: x: '0.2 0.3 x so so'");
    Path sum = Files.writeString(folder.resolve("t.tsv"), "0.2\t0.3\t0.9\tso so\n");
    assertThatThrownBy(() -> LabelledFile.softLabels(sum, "en"))
        .hasMessageStartingWith(sum + " line 1: the probabilities sum to 1.4");
    Path absent = folder.resolve("absent.tsv");
    assertThatThrownBy(() -> LabelledFile.labels(absent, "en"))
        .hasMessage(absent + ": no such file");
  }

  @Test
  void balancesClassesSoThatEachCountsTheSame() {
    List<TrainingText> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      texts.add(TrainingText.labelled("t" + i, i < 10 ? 0 : i < 30 ? 1 : 2, 3, "en"));
    }
    double[] sums = new double[3];
    for (TrainingText text : ClassBalance.of(texts, 1)) {
      sums[ScorerCheck.label(text)] += text.weight();
    }
    assertThat(sums).containsExactly(new double[] {20, 20, 20}, within(1e-3));
  }

  @Test
  void balancesOnlyTheClassesThatAreKnown() {
    List<TrainingText> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      texts.add(TrainingText.labelled("t" + i, i < 10 ? 0 : 2, 3, "pl").withUnknown(1));
    }
    double[] sums = new double[3];
    for (TrainingText text : ClassBalance.of(texts, 1)) {
      sums[ScorerCheck.label(text)] += text.weight();
    }
    assertThat(sums).containsExactly(new double[] {20, 0, 20}, within(1e-3));
  }

  @Test
  void holdsATenthBackAndTheSameEveryTime() {
    List<TrainingText> texts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      texts.add(TrainingText.labelled("text number " + i, 0, 3, "en"));
    }
    HeldBack parts = HeldBack.of(texts);
    assertThat(parts.judging()).hasSizeBetween(150, 250);
    assertThat(parts.training()).hasSize(2_000 - parts.judging().size());
    assertThat(HeldBack.of(parts.judging()).training()).isEmpty();
  }

  @Test
  void readsAColumnOfQuotedValues() {
    String csv = "a,b,c\n1,\"two, \"\"quoted\"\"\nlines\",3\n4,five,6\n";
    assertThat(CsvColumn.of(csv, 1)).containsExactly("b", "two, \"quoted\"\nlines", "five");
    assertThat(CsvColumn.of(csv, 2)).containsExactly("c", "3", "6");
  }

  @Test
  void makesTheSameTextsOfCommonWordsFromTheSameSeed() {
    LanguageWords words = new LanguageWords();
    List<String> texts = words.texts("nl", 50, new SplittableRandom(1));
    assertThat(texts).isEqualTo(words.texts("nl", 50, new SplittableRandom(1)));
    assertThat(texts).allSatisfy(text -> assertThat(text.split(" ", -1)).hasSizeBetween(3, 17));
    assertThat(String.join(" ", texts)).contains(" de ", " het ", " niet ");
  }

  @Test
  void knowsWordsOfFeelingInEveryLanguageWithAModel() {
    for (String language : List.of("en", "de", "es", "fr", "it", "pt", "ar", "hi", "pl")) {
      List<TrainingText> words = FeelingWords.of(language);
      assertThat(words).as(language).hasSizeGreaterThan(90);
      assertThat(words).allSatisfy(word -> assertThat(word.group()).isEqualTo(language));
    }
  }
}
