package io.tocsin.spike;

import io.tocsin.window.LanguageShare;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in a few sentences why a window is a spike, for a person who was asleep: how much, against
 * what, in which mood, what is new in the words, who says it, and what the figures do not know.
 * Shares of a handful are not told as such.
 */
final class SpikeReason {
  private static final double YEAR_MILLIS = 365.25 * 86_400_000;
  private static final double LONGEST_YEARS = 1_000;
  private static final double HARDLY_ANY = 0.1;
  private static final double LOUD_AUTHOR = 0.2;
  private static final double LOUD_THREE = 0.4;
  private static final double SECOND_LANGUAGE = 0.1;
  private static final double COMPLETE = 0.8;
  private static final int A_HANDFUL = 10;
  private static final int FEW_TEXTS = 20;
  private static final int PHRASES_NAMED = 3;
  private static final String UNKNOWN_LANGUAGE = "und";

  private final Spike spike;
  private final Evidence evidence;
  private final Judgement newest;

  /**
   * A reason.
   *
   * @param newest the newest minutes; the spike's own window where they tell it
   */
  SpikeReason(Spike spike, Judgement newest) {
    this.spike = spike;
    this.evidence = spike.evidence();
    this.newest = newest;
  }

  /**
   * The sentences.
   *
   * @param event of the calendar that is on; null where none is
   */
  String sentences(@Nullable DeclaredEvent event) {
    StringJoiner sentences = new StringJoiner(" ");
    sentences.add(howMuch());
    if (event != null) {
      sentences.add(during(event));
    }
    sentences.add(mood());
    if (!evidence.phrases().isEmpty()) {
      sentences.add(words());
    }
    sentences.add(who());
    if (isManySpoke()) {
      limits(sentences);
    }
    return sentences.toString();
  }

  private String howMuch() {
    String much =
        text(
            "%.0f %s in %s where %s usual",
            spike.observed(), what(), span(spike.windowMillis()), usual(spike.expected()));
    return much + (spike.windowMillis() == newest.windowMillis() ? rarity() : ofLate()) + '.';
  }

  /** Of what built up, as much as came in the newest minutes. */
  private String ofLate() {
    return newest.observed() < 1
        ? ""
        : text("; %.0f of them in the last %s", newest.observed(), span(newest.windowMillis()));
  }

  private String what() {
    return switch (spike.signal()) {
      case VOLUME -> "distinct mentions";
      case NEGATIVITY -> "negative mentions";
      case REACH -> "accounts' worth of reach, an account of 10,000 people counting as one,";
      case SILENCE -> "mentions";
    };
  }

  private static String during(DeclaredEvent event) {
    return text(
        "During %s, for which up to %.0f times as many are expected.",
        event.name(), event.factor());
  }

  private String mood() {
    return text(
        "%.0f %% negative, usually %.0f %%.",
        100 * spike.negativeShare(), 100 * spike.usualNegativeShare());
  }

  private String words() {
    return evidence.phrases().stream()
        .limit(PHRASES_NAMED)
        .map(
            phrase ->
                text(
                    "\"%s\" in %s (usually %s)",
                    phrase.text(), ofTexts(phrase.share()), percent(phrase.usualShare())))
        .collect(Collectors.joining(", ", "New: ", "."));
  }

  private String ofTexts(double share) {
    int texts = evidence.textsRead();
    return texts < FEW_TEXTS
        ? text("%.0f of %d texts", share * texts, texts)
        : text("%.0f %% of the texts", 100 * share);
  }

  private String who() {
    String who =
        number(spike.distinctTexts(), "text") + " by " + number(spike.distinctAuthors(), "author");
    if (!isManySpoke()) {
      return who + '.';
    }
    if (evidence.busiestAuthorShare() >= LOUD_AUTHOR) {
      return text("%s; one author wrote %.0f %%.", who, 100 * evidence.busiestAuthorShare());
    }
    return evidence.busiestThreeShare() >= LOUD_THREE
        ? text("%s; three of them wrote %.0f %%.", who, 100 * evidence.busiestThreeShare())
        : who + '.';
  }

  private boolean isManySpoke() {
    return spike.mentions() + evidence.late() >= A_HANDFUL;
  }

  private void limits(StringJoiner sentences) {
    if (evidence.languages().size() > 1 && evidence.languages().get(1).share() >= SECOND_LANGUAGE) {
      sentences.add(languages());
    }
    if (evidence.completeness() < COMPLETE) {
      String late = evidence.late() == 0 ? "" : text("; %d came too late", evidence.late());
      sentences.add(text("Only %.0f %% could be judged%s.", 100 * evidence.completeness(), late));
    }
  }

  private String languages() {
    return evidence.languages().stream()
        .filter(language -> language.share() >= SECOND_LANGUAGE)
        .map(SpikeReason::share)
        .collect(Collectors.joining(", ", "Languages: ", "."));
  }

  private static String share(LanguageShare language) {
    String name = language.language().equals(UNKNOWN_LANGUAGE) ? "unknown" : language.language();
    return text("%s %.0f %%", name, 100 * language.share());
  }

  /** How long chance alone would take, where that is more than a year. */
  private String rarity() {
    double years = Math.pow(10, newest.decades()) * newest.windowMillis() / YEAR_MILLIS;
    if (years < 1) {
      return "";
    }
    return years >= LONGEST_YEARS
        ? " (chance alone: less than once in 1000 years)"
        : text(" (chance alone: once in %.0f years)", years);
  }

  private static String number(long count, String what) {
    return text(count == 1 ? "%d %s" : "%d %ss", count, what);
  }

  private static String percent(double share) {
    return share < 0.01 ? "under 1 %" : text("%.0f %%", 100 * share);
  }

  static String ofSilence(long millis, double missed) {
    return String.format(
        Locale.ROOT,
        "no mention for %d min where %s are usual, and the feed runs",
        millis / 60_000,
        usual(missed));
  }

  static String ofSilenceOver(long millis) {
    return String.format(Locale.ROOT, "a mention came after %d min without", millis / 60_000);
  }

  static String ofSilenceGivenUp(long millis) {
    return String.format(
        Locale.ROOT, "no mention for %d h: that is taken as usual now", millis / 3_600_000);
  }

  private static String usual(double expected) {
    if (expected < HARDLY_ANY) {
      return "hardly any are";
    }
    return text(expected < 10 ? "%.1f are" : "%.0f are", expected);
  }

  private static String span(long millis) {
    long seconds = millis / 1000;
    if (seconds % 60 != 0) {
      return seconds + " s";
    }
    return seconds % 3600 == 0 ? seconds / 3600 + " h" : seconds / 60 + " min";
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
