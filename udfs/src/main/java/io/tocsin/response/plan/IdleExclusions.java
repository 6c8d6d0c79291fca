package io.tocsin.response.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Warns of exclusions that hold no phrase of their brand. Case does not count. */
final class IdleExclusions {
  private final Set<String> phrases = new HashSet<>();
  private final Set<Integer> lengths = new TreeSet<>();

  private IdleExclusions(List<String> phrases) {
    for (String phrase : phrases) {
      String folded = fold(phrase);
      this.phrases.add(folded);
      lengths.add(folded.length());
    }
  }

  static void warn(List<Named> exclusions, List<String> phrases) {
    IdleExclusions idle = new IdleExclusions(phrases);
    exclusions.stream().filter(idle::isIdle).forEach(IdleExclusions::warn);
  }

  /** Looks up the exclusion's parts, so that thousands of phrases cost no more than one. */
  private boolean isIdle(Named exclusion) {
    String text = fold(exclusion.name());
    return lengths.stream().noneMatch(length -> holdsPhrase(text, length));
  }

  private boolean holdsPhrase(String text, int length) {
    for (int start = 0; start + length <= text.length(); start++) {
      if (phrases.contains(text.substring(start, start + length))) {
        return true;
      }
    }
    return false;
  }

  private static void warn(Named exclusion) {
    String start = "exclusion '" + exclusion.name() + "' ";
    exclusion.at().warning(start + "holds no phrase of the brand, so it voids nothing");
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
