package io.tocsin.window;

import io.tocsin.mention.Mention;
import io.tocsin.mention.Visibility;
import io.tocsin.scoring.ScoredMention;

/** Sums who speaks. What comes in any order gives the same crowd. */
final class CrowdAccumulator {
  private final Tally authors = new Tally();
  private final Tally languages = new Tally();
  private final TextSample texts = new TextSample();
  private long reachMicros;
  private long late;

  /** Takes a mention. Of private ones the text stays where it is. */
  void add(ScoredMention scored, long author) {
    Mention mention = scored.mention();
    authors.add((int) (author >>> 48), 1);
    languages.add(LanguageKey.of(scored.sentiment().language()), 1);
    reachMicros += Math.round(Crowd.reachWeight(scored.influence().reach()) * Pane.MICROS);
    long key = scored.nearTextKey();
    if (mention.visibility() == Visibility.PUBLIC && texts.wants(key)) {
      texts.add(SampledText.of(key, author, mention.text()));
    }
  }

  void addLate() {
    late++;
  }

  void add(Crowd crowd) {
    authors.merge(crowd.authors());
    languages.merge(crowd.languages());
    crowd.texts().forEach(texts::add);
    reachMicros += crowd.reachMicros();
    late += crowd.late();
  }

  Crowd toCrowd() {
    return new Crowd(authors.entries(), languages.entries(), texts.texts(), reachMicros, late);
  }
}
