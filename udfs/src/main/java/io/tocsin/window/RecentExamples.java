package io.tocsin.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The most telling posts of the latest slides. A post counts half with every five minutes of its
 * age, so that new ones find room.
 *
 * <p>Fields are public and change in place because the class is operator state.
 */
public final class RecentExamples {
  private static final int KEPT = 6;
  private static final double HALF_LIFE_MILLIS = 300_000;

  /** The posts, with the starts of their slides. */
  public List<DatedExample> posts = new ArrayList<>();

  /** For Flink, and for a watch that heard nothing. */
  public RecentExamples() {}

  /** Adds the posts of a slide and forgets those that were heard before a time. */
  void hear(long slideMillis, List<KeyedExample> examples, long oldestMillis) {
    posts.removeIf(example -> example.slideMillis() < oldestMillis);
    for (KeyedExample example : examples) {
      posts.add(new DatedExample(slideMillis, example));
    }
    if (posts.size() > KEPT) {
      posts.sort(
          Comparator.comparingDouble((DatedExample post) -> -weight(post, slideMillis))
              .thenComparing(post -> post.example().post().id()));
      posts.subList(KEPT, posts.size()).clear();
    }
  }

  /** The most telling posts of the slides that begin from this time on, best first. */
  List<ExamplePost> since(long fromMillis) {
    TopExamples best = new TopExamples();
    for (DatedExample example : posts) {
      if (example.slideMillis() >= fromMillis) {
        best.add(example.example());
      }
    }
    return best.best().stream().map(KeyedExample::post).toList();
  }

  private static double weight(DatedExample dated, long nowMillis) {
    return TopExamples.weight(dated.example().post())
        * Math.pow(2, (dated.slideMillis() - nowMillis) / HALF_LIFE_MILLIS);
  }
}
