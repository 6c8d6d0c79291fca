package io.tocsin.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the few posts that show best what a spike is about: negative and influential first, one of
 * all that say nearly the same.
 */
public final class TopExamples {
  /** As many examples as a page shows. */
  public static final int KEPT = 3;

  /** Negative and influential first; ties by id. */
  static final Comparator<KeyedExample> BEST_FIRST =
      Comparator.comparingDouble((KeyedExample example) -> -weight(example.post()))
          .thenComparing(example -> example.post().id());

  private final List<KeyedExample> best = new ArrayList<>(KEPT + 1);

  /**
   * Whether a post of this influence and negativity could be kept; cheap enough to ask before one
   * is built.
   */
  public boolean wants(double influence, double negative) {
    return best.size() < KEPT
        || weight(influence, negative) >= weight(best.get(best.size() - 1).post());
  }

  /**
   * Keeps the post if it is among the best. Ties go to the smaller id, so that order does not
   * matter.
   */
  public void add(KeyedExample example) {
    KeyedExample twin = ofSameText(example);
    if (twin != null) {
      if (BEST_FIRST.compare(twin, example) <= 0) {
        return;
      }
      best.remove(twin);
    }
    best.add(example);
    best.sort(BEST_FIRST);
    if (best.size() > KEPT) {
      best.remove(KEPT);
    }
  }

  /** The posts kept, best first, with the keys of their texts. */
  List<KeyedExample> best() {
    return List.copyOf(best);
  }

  private @Nullable KeyedExample ofSameText(KeyedExample example) {
    for (KeyedExample kept : best) {
      if (kept.nearTextKey() == example.nearTextKey()) {
        return kept;
      }
    }
    return null;
  }

  /** How telling a post is. */
  static double weight(ExamplePost post) {
    return weight(post.influence(), post.negative());
  }

  private static double weight(double influence, double negative) {
    return negative * (0.25 + influence);
  }
}
