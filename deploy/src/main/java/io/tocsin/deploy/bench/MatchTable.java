package io.tocsin.deploy.bench;

import java.util.ArrayList;
import java.util.List;

/** What many terms cost against few, as text. */
final class MatchTable {
  private MatchTable() {}

  /** One row a kind of terms. */
  static List<String> lines(List<MatchResult> results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Texts.of(
            "%-31s %8s %8s %8s %8s",
            "match, terms that no post has",
            "found",
            Texts.of("%,d", MatchBench.FEW),
            Texts.of("%,d", MatchBench.MANY),
            "times"));
    for (MatchResult result : results) {
      lines.add(
          Texts.of(
              "%-31s %8.3f %8.3f %8.3f %8.3f (%.2f to %.2f)",
              result.kind().title(),
              result.found(),
              result.few().median(),
              result.many().median(),
              result.ratio().median(),
              result.ratio().least(),
              result.ratio().most()));
    }
    return lines;
  }
}
