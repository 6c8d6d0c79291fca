package io.tocsin.deploy.desk;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.window.ExamplePost;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An incident or a drill as an annotation on Grafana's dashboards: a region from its estimated
 * onset to its end.
 *
 * @param from estimated onset
 * @param until when it was resolved; null while it goes on
 * @param tags {@code tocsin}, {@code incident} or {@code drill}, the brand's key, the severity, and
 *     last the incident's id
 * @param text HTML, what people see who point at it
 */
record GrafanaNote(Instant from, @Nullable Instant until, List<String> tags, String text) {
  static final String EVERY = "tocsin";

  private static final int MOST_POSTS = 3;
  private static final int LONGEST_POST = 200;

  /**
   * What is written of an incident.
   *
   * @param livePage address of the live page, with a slash at the end
   */
  static GrafanaNote of(Incident incident, String livePage) {
    boolean over = incident.state() == IncidentState.RESOLVED;
    List<String> tags =
        List.of(
            EVERY,
            incident.drill() == null ? "incident" : "drill",
            incident.brand(),
            word(incident.severity()),
            incident.id());
    Instant from =
        incident.since().isBefore(incident.openedAt()) ? incident.since() : incident.openedAt();
    return new GrafanaNote(from, over ? incident.at() : null, tags, text(incident, livePage));
  }

  /** The tag that no other annotation has. */
  String key() {
    return tags.get(tags.size() - 1);
  }

  private static String text(Incident incident, String livePage) {
    StringBuilder text = new StringBuilder(512);
    text.append("<b>")
        .append(incident.drill() == null ? "" : "DRILL: ")
        .append(escaped(incident.brand()))
        .append(": ")
        .append(word(incident.severity()))
        .append(", ")
        .append(word(incident.state()).replace('_', ' '));
    if (incident.acknowledgedBy() != null) {
      text.append(", on it: ").append(escaped(incident.acknowledgedBy()));
    }
    text.append("</b><br>").append(escaped(incident.reason()));
    for (ExamplePost post : incident.examples().stream().limit(MOST_POSTS).toList()) {
      text.append("<br>&ldquo;").append(escaped(shortened(post.text()))).append("&rdquo;");
    }
    return text.append("<br><a href=\"")
        .append(escaped(livePage))
        .append("brands/")
        .append(escaped(incident.brand()))
        .append("\">live page</a>")
        .toString();
  }

  private static String shortened(String text) {
    int[] letters = text.codePoints().limit(LONGEST_POST + 1L).toArray();
    return letters.length <= LONGEST_POST ? text : new String(letters, 0, LONGEST_POST) + "\u2026";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
