package io.tocsin.deploy.drill;

import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Drill;
import io.tocsin.mention.Mention;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes posts a drill's own: they bear its mark and ids of their own, and concern the brand by the
 * plan's own terms.
 */
final class DrillPosts {
  private final Drill drill;
  private final BrandMatcher matcher;
  private final String term;
  private long made;

  /**
   * Posts of a drill.
   *
   * @param terms what matches the brand; at least one handle, tag or phrase
   */
  DrillPosts(Drill drill, BrandTerms terms) {
    this.drill = drill;
    this.matcher = new BrandMatcher(List.of(terms));
    this.term = anyTerm(terms);
  }

  /** The same post as the drill's. */
  Mention of(Mention post) {
    String id = drill.id() + "-" + made++;
    boolean concerned = !matcher.match(post).isEmpty();
    return new Mention(
        id,
        post.channel(),
        concerned ? post.text() : post.text() + " " + term,
        post.lang(),
        post.createdAtMillis(),
        post.author(),
        post.kind(),
        id,
        null,
        post.addressedTo(),
        post.location(),
        null,
        post.visibility(),
        post.engagement(),
        drill);
  }

  private static String anyTerm(BrandTerms terms) {
    return Stream.of(
            terms.handles().stream().map(handle -> "@" + handle),
            terms.hashtags().stream().map(tag -> "#" + tag),
            terms.phrases().stream(),
            terms.cashtags().stream().map(tag -> "$" + tag))
        .map(Stream::findFirst)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing matches " + terms.brand()));
  }
}
