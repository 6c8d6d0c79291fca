package io.tocsin.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the few posts that show best what a spike is about: negative and influential first, one for
 * each text.
 */
public final class TopExamples {
  /** As many examples as a page shows. */
  public static final int KEPT = 3;

  /** Negative and influential first; ties by id. */
  static final Comparator<ExamplePost> BEST_FIRST =
      Comparator.comparingDouble((ExamplePost post) -> -weight(post))
          .thenComparing(ExamplePost::id);

  private final List<ExamplePost> best = new ArrayList<>(KEPT + 1);

  /**
   * Whether a post of this influence and negativity could be kept; cheap enough to ask before one
   * is built.
   */
  public boolean wants(double influence, double negative) {
    return best.size() < KEPT || weight(influence, negative) >= weight(best.get(best.size() - 1));
  }

  /**
   * Keeps the post if it is among the best. Ties go to the smaller id, so that order does not
   * matter.
   */
  public void add(ExamplePost post) {
    ExamplePost twin = sameText(post);
    if (twin != null) {
      if (BEST_FIRST.compare(twin, post) <= 0) {
        return;
      }
      best.remove(twin);
    }
    best.add(post);
    best.sort(BEST_FIRST);
    if (best.size() > KEPT) {
      best.remove(KEPT);
    }
  }

  /** The posts kept, best first. */
  public List<ExamplePost> best() {
    return List.copyOf(best);
  }

  private @Nullable ExamplePost sameText(ExamplePost post) {
    for (ExamplePost kept : best) {
      if (kept.text().equals(post.text())) {
        return kept;
      }
    }
    return null;
  }

  private static double weight(ExamplePost post) {
    return weight(post.influence(), post.negative());
  }

  private static double weight(double influence, double negative) {
    return negative * (0.25 + influence);
  }
}
