package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.window.ExamplePost;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The words of a page: what, since when, how big, why, three voices, what to do. Plain text, no
 * markup.
 */
final class PageText {
  private static final int MOST_EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 200;

  private PageText() {}

  /** The title of what asks for no acknowledgement. */
  static String title(PlanStep step, BrandPlan plan, Incident incident) {
    String start =
        switch (step) {
          case PAGE -> "";
          case NOTIFY -> "To know: ";
          case PAUSE_PUBLISHING -> "Pause publishing: ";
        };
    return start + title(plan, incident);
  }

  /** The body, which begins with what the step asks for. */
  static String body(PlanStep step, BrandPlan plan, Incident incident, PageGrounds grounds) {
    String start =
        step == PlanStep.PAUSE_PUBLISHING
            ? "Hold back what is planned to be published until this is over.\n"
            : "";
    return start + body(plan, incident, grounds);
  }

  static String title(BrandPlan plan, Incident incident) {
    String what =
        incident.state() == IncidentState.RESOLVED
            ? "over"
            : ResponsePlanner.word(incident.severity());
    return String.format(
        Locale.ROOT,
        "%s%s: %s, %.0f %% negative, %s the usual",
        plan.displayName(),
        PlacesText.inTitle(plan, incident.parts()),
        what,
        100 * incident.negativeShare(),
        times(incident));
  }

  private static String body(BrandPlan plan, Incident incident, PageGrounds grounds) {
    StringBuilder body = new StringBuilder();
    line(body, StrangersText.plain(incident.reason()));
    line(body, "Since " + incident.since() + ", seen at " + incident.at() + ".");
    if (!incident.channels().isEmpty()) {
      line(body, "Channels: " + StrangersText.plain(String.join(", ", incident.channels())) + ".");
    }
    PlacesText.lines(incident.parts()).forEach(text -> line(body, text));
    LinksText.lines(incident.handling()).forEach(text -> line(body, text));
    for (ExamplePost post : incident.examples().stream().limit(MOST_EXAMPLES).toList()) {
      line(
          body,
          "- "
              + shortened(post.author())
              + " on "
              + shortened(post.channel())
              + kinds(post)
              + (post.drill() == null ? "" : " (made up for the drill)")
              + ": "
              + shortened(post.text()));
    }
    if (grounds.takenBefore() != null) {
      line(body, grounds.takenBefore() + " had acknowledged it before.");
    }
    if (!grounds.others().isEmpty()) {
      line(body, "Paged too: " + String.join(", ", grounds.others()) + ".");
    }
    if (!plan.guidance().isBlank()) {
      line(body, "What to do: " + plan.guidance());
    }
    Guidelines guidelines = plan.care().guidelines();
    guidelines.dos().forEach(text -> line(body, "Do: " + text));
    guidelines.donts().forEach(text -> line(body, "Don't: " + text));
    guidelines.links().forEach(link -> line(body, "Guideline: " + link));
    return body.toString();
  }

  private static String kinds(ExamplePost post) {
    String kinds =
        post.kinds().stream()
            .filter(kind -> kind != IntentKind.OTHER)
            .map(IntentKind::word)
            .collect(Collectors.joining(", "));
    return kinds.isEmpty() ? "" : " (" + kinds + ")";
  }

  static String allClear(BrandPlan plan, Incident incident) {
    Duration length = Duration.between(incident.openedAt(), incident.at());
    return plan.displayName()
        + " is calm again after "
        + length.toMinutes()
        + " min; the overflow is closed.";
  }

  private static String times(Incident incident) {
    return incident.expected() < 0.1
        ? "far beyond"
        : String.format(Locale.ROOT, "%.0f times", incident.observed() / incident.expected());
  }

  private static String shortened(String text) {
    String flat = StrangersText.plain(text);
    if (flat.length() <= LONGEST_EXAMPLE) {
      return flat;
    }
    int end = flat.offsetByCodePoints(0, flat.codePointCount(0, LONGEST_EXAMPLE));
    return flat.substring(0, end) + "…";
  }

  private static void line(StringBuilder body, String line) {
    body.append(line).append('\n');
  }
}
