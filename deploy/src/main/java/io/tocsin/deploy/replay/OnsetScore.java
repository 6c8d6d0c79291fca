package io.tocsin.deploy.replay;

import io.tocsin.response.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pages held against known onsets. The first page of the onset's brand that comes in its window
 * answers it. A page is false if it answers no onset and no page before it of the same incident
 * does. An onset is missed if no page answers it.
 *
 * @param answered onsets with their first pages, in the order of the onsets
 * @param missed onsets without a page
 * @param falsePages in the order of time
 */
record OnsetScore(List<Answer> answered, List<Onset> missed, List<Page> falsePages) {
  /**
   * An onset and the first page that answers it.
   *
   * @param onset that was known
   * @param page its first
   */
  record Answer(Onset onset, Page page) {
    Duration delay() {
      return Duration.between(onset.onset(), page.at());
    }
  }

  /**
   * Holds them against each other.
   *
   * @param calls pages that call somebody, in the order of time
   * @param window how long a page answers an onset whose end is not known
   */
  static OnsetScore of(List<Page> calls, List<Onset> onsets, Duration window) {
    List<Answer> answered = new ArrayList<>();
    List<Onset> missed = new ArrayList<>();
    for (Onset onset : onsets) {
      calls.stream()
          .filter(page -> answers(page, onset, window))
          .findFirst()
          .ifPresentOrElse(page -> answered.add(new Answer(onset, page)), () -> missed.add(onset));
    }
    return new OnsetScore(
        List.copyOf(answered), List.copyOf(missed), falsePages(calls, onsets, window));
  }

  private static List<Page> falsePages(List<Page> calls, List<Onset> onsets, Duration window) {
    Set<String> trueIncidents = new HashSet<>();
    List<Page> wrong = new ArrayList<>();
    for (Page page : calls) {
      if (onsets.stream().anyMatch(onset -> answers(page, onset, window))) {
        trueIncidents.add(page.incidentId());
      } else if (!trueIncidents.contains(page.incidentId())) {
        wrong.add(page);
      }
    }
    return List.copyOf(wrong);
  }

  private static boolean answers(Page page, Onset onset, Duration window) {
    return page.brand().equals(onset.brand()) && onset.covers(page.at(), window);
  }

  /** Delays from onset to first page, shortest first. */
  List<Duration> delays() {
    return answered.stream().map(Answer::delay).sorted().toList();
  }
}
