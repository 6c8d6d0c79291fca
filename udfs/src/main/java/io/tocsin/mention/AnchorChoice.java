package io.tocsin.mention;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses for each term the anchor that will be met least in vain: of those that it has, the one
 * that tells most. One letter more halves how often an anchor is met by chance; one that twice as
 * many terms share costs twice as much. Of equal ones the last is taken.
 */
final class AnchorChoice {
  private final Map<String, List<Anchor>> anchors = new TreeMap<>();
  private final Map<Long, Integer> sharers = new HashMap<>();

  /** A choice for all these folded terms together. */
  AnchorChoice(Collection<String> terms) {
    AnchorReader reader = new AnchorReader();
    for (String term : terms) {
      List<Anchor> ofTerm = reader.anchorsOf(term);
      anchors.put(term, ofTerm);
      ofTerm.stream()
          .map(Anchor::hash)
          .distinct()
          .forEach(hash -> sharers.merge(hash, 1, Integer::sum));
    }
  }

  /** The chosen anchor of one of the terms. */
  Anchor of(String term) {
    return anchors.getOrDefault(term, List.of()).stream()
        .reduce((best, next) -> worth(next) >= worth(best) ? next : best)
        .orElseThrow(() -> new IllegalArgumentException("not a term: '" + term + "'"));
  }

  private double worth(Anchor anchor) {
    int terms = sharers.getOrDefault(anchor.hash(), 1);
    return anchor.weight() - Math.log(terms) / Math.log(2);
  }
}
