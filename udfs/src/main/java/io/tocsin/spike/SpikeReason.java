package io.tocsin.spike;

import io.tocsin.window.LanguageShare;
import io.tocsin.window.WindowSums;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in a few sentences why a window is a spike, for a person who was asleep: how much, against
 * what, in which mood, what is new in the words, who says it, and what the figures do not know.
 */
final class SpikeReason {
  private static final double YEAR_MILLIS = 365.25 * 86_400_000;
  private static final double LONGEST_YEARS = 1_000;
  private static final double LOUD_AUTHOR = 0.2;
  private static final double LOUD_THREE = 0.4;
  private static final double SECOND_LANGUAGE = 0.1;
  private static final double COMPLETE = 0.9;
  private static final int PHRASES_NAMED = 3;
  private static final String UNKNOWN_LANGUAGE = "und";

  private final Signal signal;
  private final Excess telling;
  private final Judgement newest;
  private final double usualNegativeShare;
  private final Evidence evidence;

  /**
   * A reason.
   *
   * @param telling the window that is clearest over
   * @param newest the newest minutes; the same window where they tell it
   */
  SpikeReason(
      Signal signal,
      Excess telling,
      Judgement newest,
      double usualNegativeShare,
      Evidence evidence) {
    this.signal = signal;
    this.telling = telling;
    this.newest = newest;
    this.usualNegativeShare = usualNegativeShare;
    this.evidence = evidence;
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
    if (evidence.languages().size() > 1 && evidence.languages().get(1).share() >= SECOND_LANGUAGE) {
      sentences.add(languages());
    }
    if (evidence.completeness() < COMPLETE) {
      sentences.add(completeness());
    }
    return sentences.toString();
  }

  private String howMuch() {
    String much =
        text(
            "%.0f %s in %s where %s is usual",
            telling.observed(),
            signal == Signal.VOLUME ? "distinct mentions" : "negative mentions",
            span(telling.windowMillis()),
            usual(telling.expected()));
    return telling.windowMillis() == newest.windowMillis()
        ? much + rarity() + '.'
        : text(
            "%s; %.0f in the last %s where %s is usual.",
            much, newest.observed(), span(newest.windowMillis()), usual(newest.expected()));
  }

  private static String during(DeclaredEvent event) {
    return text(
        "During %s, for which up to %.0f times as many are expected.",
        event.name(), event.factor());
  }

  private String mood() {
    return text(
        "%.0f %% negative, usually %.0f %%.",
        100 * newest.window().negativeShare(), 100 * usualNegativeShare);
  }

  private String words() {
    return evidence.phrases().stream()
        .limit(PHRASES_NAMED)
        .map(
            phrase ->
                text(
                    "\"%s\" in %.0f %% of the texts (usually %s)",
                    phrase.text(), 100 * phrase.share(), percent(phrase.usualShare())))
        .collect(Collectors.joining(", ", "New: ", "."));
  }

  private String who() {
    WindowSums window = newest.window();
    String who = text("%d texts by %d authors", window.distinctTexts(), window.distinctAuthors());
    if (evidence.busiestAuthorShare() >= LOUD_AUTHOR) {
      return text("%s; one author wrote %.0f %%.", who, 100 * evidence.busiestAuthorShare());
    }
    return evidence.busiestThreeShare() >= LOUD_THREE
        ? text("%s; three of them wrote %.0f %%.", who, 100 * evidence.busiestThreeShare())
        : who + ".";
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

  private String completeness() {
    String late = evidence.late() == 0 ? "" : text("; %d came too late", evidence.late());
    return text("Only %.0f %% could be judged%s.", 100 * evidence.completeness(), late);
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

  private static String percent(double share) {
    return share < 0.01 ? "under 1 %" : text("%.0f %%", 100 * share);
  }

  private static String usual(double expected) {
    return text(expected < 10 ? "%.1f" : "%.0f", expected);
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
