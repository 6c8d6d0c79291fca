package io.tocsin.deploy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SoftLabelsTest {
  private static final TrainingText HARD = TrainingText.labelled("so late again", 0, 3, "en");

  private final SoftLabels labels =
      SoftLabels.of(List.of(soft("so late again", 0.6f), soft("nobody labelled this", 0.2f)));

  @Test
  void mixesWhatTheTeacherSaysIntoWhatAPersonSays() {
    TrainingText mixed = labels.blend(List.of(HARD), List.of(), "en").get(0);
    assertThat(mixed.targets()[0]).isCloseTo(0.3f + 0.7f * 0.6f, within(0.003f));
    assertThat(mixed.targets()[0] + mixed.targets()[1] + mixed.targets()[2])
        .isCloseTo(1, within(1e-5f));
    assertThat(mixed.weight()).isCloseTo(1, within(1e-6f));
  }

  @Test
  void keepsAPersonsLabelWhereTheTeacherIsSilent() {
    TrainingText unknown = TrainingText.labelled("the teacher never saw this", 2, 3, "en");
    assertThat(labels.blend(List.of(unknown), List.of(), "en")).containsExactly(unknown);
  }

  @Test
  void addsWhatOnlyTheTeacherLabelledAndEachOnce() {
    List<TrainingText> blended =
        labels.blend(
            List.of(HARD),
            List.of("nobody  labelled this", "nobody labelled this", "so late again", "unseen"),
            "en");
    assertThat(blended)
        .extracting(TrainingText::text)
        .containsExactly("so late again", "nobody  labelled this");
  }

  @Test
  void survivesBeingWrittenWithoutItsTexts() {
    SoftLabels read = SoftLabels.ofBytes(labels.toBytes());
    assertThat(read.size()).isEqualTo(2);
    assertThat(read.toBytes()).isEqualTo(labels.toBytes());
    assertThat(read.blend(List.of(HARD), List.of(), "en").get(0).targets())
        .isEqualTo(labels.blend(List.of(HARD), List.of(), "en").get(0).targets());
  }

  @Test
  void refusesBytesThatAreNoLabels() {
    assertThatThrownBy(() -> SoftLabels.ofBytes(new byte[20]))
        .hasMessage("no soft labels of Tocsin");
    assertThatThrownBy(() -> SoftLabels.ofBytes(new byte[0]))
        .hasMessage("no soft labels of Tocsin");
  }

  private static TrainingText soft(String text, float negative) {
    return new TrainingText(text, new float[] {negative, 0.9f - negative, 0.1f}, 1, "en");
  }
}
