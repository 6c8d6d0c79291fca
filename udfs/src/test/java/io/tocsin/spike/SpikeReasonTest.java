package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.LanguageShare;
import io.tocsin.window.SlidingSums;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpikeReasonTest {
  private static final long MINUTE = 60_000;
  private static final Evidence PLAIN =
      new Evidence(List.of(), 48, 0.01, 0.03, List.of(new LanguageShare("en", 1)), 0, 1);

  @Test
  void saysHowMuchInWhichMoodByHowMany() {
    assertThat(reason(sudden(), 12))
        .isEqualTo(
            "120 negative mentions in 1 min where 6.0 are usual"
                + " (chance alone: less than once in 1000 years)."
                + " 75 % negative, usually 18 %. 110 texts by 100 authors.");
  }

  @Test
  void saysNothingOfChanceWhereChanceIsAsGoodAReason() {
    assertThat(reason(sudden(), 3)).doesNotContain("chance");
    assertThat(reason(sudden(), 7.5)).contains("(chance alone: once in 60 years)");
  }

  @Test
  void leadsWithTheLongWindowOfWhatBuiltUp() {
    assertThat(reason(spike(90 * MINUTE, 320, 118, 900), 2))
        .startsWith(
            "320 negative mentions in 90 min where 118 are usual; 120 of them in the last 1 min.");
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

    assertThat(reason(with(sudden(), evidence), 12))
        .contains(
            "New: \"no signal\" in 46 % of the texts (usually under 1 %),"
                + " \"outage\" in 20 % of the texts (usually 3 %).");
  }

  @Test
  void tellsNoSharesOfAHandful() {
    Evidence evidence =
        new Evidence(
            List.of(new Phrase("outage", 0.6, 0.02, 5)),
            5,
            0.5,
            0.9,
            List.of(new LanguageShare("en", 0.5), new LanguageShare("ht", 0.5)),
            0,
            0.5);

    assertThat(reason(with(spike(60 * MINUTE, 6, 0.03, 6), evidence), 1))
        .startsWith("6 negative mentions in 1 h where hardly any are usual; ")
        .endsWith("New: \"outage\" in 3 of 5 texts (usually 2 %). 110 texts by 100 authors.");
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

    assertThat(reason(with(sudden(), evidence), 12))
        .endsWith(
            "110 texts by 100 authors; one author wrote 60 %. Languages: en 60 %, unknown 30 %."
                + " Only 55 % could be judged; 17 came too late.");
  }

  private static Spike sudden() {
    return spike(60_000, 120, 6, 200);
  }

  private static Spike spike(long windowMillis, double observed, double expected, long mentions) {
    return new Spike(
        "id",
        Watch.ofBrand("acme"),
        Signal.NEGATIVITY,
        SpikePhase.RAISED,
        Instant.EPOCH,
        Instant.EPOCH,
        windowMillis,
        observed,
        expected,
        12,
        mentions,
        110,
        100,
        0.75,
        0.18,
        1,
        0,
        List.of(),
        PLAIN,
        List.of(),
        "",
        null);
  }

  private static Spike with(Spike spike, Evidence evidence) {
    return new Spike(
        spike.id(),
        spike.watch(),
        spike.signal(),
        spike.phase(),
        spike.at(),
        spike.since(),
        spike.windowMillis(),
        spike.observed(),
        spike.expected(),
        spike.score(),
        spike.mentions(),
        spike.distinctTexts(),
        spike.distinctAuthors(),
        spike.negativeShare(),
        spike.usualNegativeShare(),
        spike.scoredShare(),
        spike.reach(),
        spike.windows(),
        evidence,
        spike.examples(),
        spike.why(),
        spike.planVersion());
  }

  private static String reason(Spike spike, double decades) {
    Judgement newest = new Judgement(new SlidingSums(1, MINUTE).window(MINUTE), 120, 6, 6, decades);
    return new SpikeReason(spike, newest).sentences(null);
  }
}
