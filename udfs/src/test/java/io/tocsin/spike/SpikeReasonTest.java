package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.LanguageShare;
import io.tocsin.window.Slide;
import io.tocsin.window.SlidingSums;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpikeReasonTest {
  private static final long MINUTE = 60_000;
  private static final Evidence PLAIN =
      new Evidence(List.of(), 48, 0.01, 0.03, List.of(new LanguageShare("en", 1)), 0, 1);

  @Test
  void saysHowMuchInWhichMoodByHowMany() {
    assertThat(reason(Signal.NEGATIVITY, sudden(), judgement(12), PLAIN))
        .isEqualTo(
            "120 negative mentions in 1 min where 6.0 is usual"
                + " (chance alone: less than once in 1000 years)."
                + " 75 % negative, usually 18 %. 110 texts by 100 authors.");
  }

  @Test
  void saysNothingOfChanceWhereChanceIsAsGoodAReason() {
    assertThat(reason(Signal.VOLUME, sudden(), judgement(3), PLAIN)).doesNotContain("chance");
    assertThat(reason(Signal.VOLUME, sudden(), judgement(7.5), PLAIN))
        .contains("(chance alone: once in 60 years)");
  }

  @Test
  void leadsWithTheLongWindowOfWhatBuiltUp() {
    Excess slow = new Excess(Look.SLOW_BURN, 90 * MINUTE, 320, 118, 7);

    assertThat(reason(Signal.NEGATIVITY, slow, judgement(2), PLAIN))
        .startsWith(
            "320 negative mentions in 90 min where 118 is usual;"
                + " 120 in the last 1 min where 6.0 is usual.");
  }

  @Test
  void saysWhatIsNewInTheWords() {
    Evidence evidence =
        new Evidence(
            List.of(new Phrase("no signal", 0.46, 0.002, 9), new Phrase("outage", 0.2, 0.03, 5)),
            48,
            0.01,
            0.03,
            List.of(),
            0,
            1);

    assertThat(reason(Signal.NEGATIVITY, sudden(), judgement(12), evidence))
        .contains(
            "New: \"no signal\" in 46 % of the texts (usually under 1 %),"
                + " \"outage\" in 20 % of the texts (usually 3 %).");
  }

  @Test
  void warnsOfALoudAuthorOfOtherLanguagesAndOfWhatIsMissing() {
    Evidence evidence =
        new Evidence(
            List.of(),
            48,
            0.6,
            0.64,
            List.of(
                new LanguageShare("en", 0.6),
                new LanguageShare("und", 0.3),
                new LanguageShare("es", 0.02)),
            17,
            0.55);

    assertThat(reason(Signal.VOLUME, sudden(), judgement(12), evidence))
        .endsWith(
            "110 texts by 100 authors; one author wrote 60 %. Languages: en 60 %, unknown 30 %."
                + " Only 55 % could be judged; 17 came too late.");
  }

  private static Excess sudden() {
    return new Excess(Look.SUDDEN, MINUTE, 120, 6, 12);
  }

  private static String reason(Signal signal, Excess telling, Judgement newest, Evidence evidence) {
    return new SpikeReason(signal, telling, newest, 0.18, evidence).sentences(null);
  }

  private static Judgement judgement(double decades) {
    SlidingSums sums = new SlidingSums(1, MINUTE);
    sums.add(new Slide(0, 200, 100, 200, 150, 0, 0, 110, 100, List.of(), List.of(), Crowd.NOBODY));
    return new Judgement(sums.window(MINUTE), 120, 6, decades);
  }
}
