package io.tocsin.deploy.desk;

import io.tocsin.jobs.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All open pages of one view. What they are told is written as JSON once, however many they are.
 */
final class Audience {
  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private @Nullable DeskState told;
  private @Nullable String whole;

  /** Lets a page in; it is told everything at the next turn. */
  void join(Viewer viewer) {
    viewers.add(viewer);
  }

  /** Lets a page go; any thread may. */
  void leave(Viewer viewer) {
    viewers.remove(viewer);
  }

  boolean isEmpty() {
    return viewers.isEmpty();
  }

  /**
   * Tells every page.
   *
   * @param now what the view shows
   * @param tooSlow told of each page that is let go, as it takes nothing
   */
  void tell(DeskState now, Consumer<Viewer> tooSlow) {
    String news = json(now.since(told));
    told = now;
    whole = null;
    for (Viewer viewer : viewers) {
      if (!viewer.tell(news, () -> whole(now))) {
        leave(viewer);
        tooSlow.accept(viewer);
      }
    }
  }

  private String whole(DeskState now) {
    if (whole == null) {
      whole = json(now.since(null));
    }
    return whole;
  }

  private static String json(DeskState.News news) {
    return new String(WireJson.toBytes(news), StandardCharsets.UTF_8);
  }
}
