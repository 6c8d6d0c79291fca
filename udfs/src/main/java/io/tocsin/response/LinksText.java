package io.tocsin.response;

import io.tocsin.incident.Handling;
import io.tocsin.incident.LinkedIncident;
import java.util.ArrayList;
import java.util.List;

/** Which incidents of other brands belong to this one, in words for a page. */
final class LinksText {
  private static final int MOST_NAMES = 10;

  private LinksText() {}

  /** Lines of the body; none where nothing belongs to it. */
  static List<String> lines(Handling handling) {
    List<LinkedIncident> linked = handling.linked();
    if (linked.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    linked.stream().limit(MOST_NAMES).forEach(link -> names.add(link.name() + why(link)));
    int more = linked.size() - names.size();
    return List.of(
        "Burning too: " + String.join("; ", names) + (more > 0 ? "; " + more + " more" : "") + ".");
  }

  private static String why(LinkedIncident link) {
    return switch (link.reason()) {
      case SHARED_GROUP -> " (both: " + link.detail() + ")";
      case SHARED_PHRASES -> " (both speak of: " + link.detail() + ")";
      case MERGED -> " (" + link.detail() + ")";
    };
  }
}
