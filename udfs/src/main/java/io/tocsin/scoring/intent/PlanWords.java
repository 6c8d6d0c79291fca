package io.tocsin.scoring.intent;

import io.tocsin.scoring.linear.FeatureList;
import io.tocsin.scoring.linear.FeatureScanner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks in a post for the words by which a crisis plan tells what its author wants. Only a post
 * about a brand that has such words is read. Not thread-safe.
 */
public final class PlanWords {
  private final Map<String, PhraseTable> tables = new HashMap<>();
  private final FeatureScanner scanner = new FeatureScanner();

  /** Looks for these phrases. */
  public PlanWords(List<IntentPhrase> phrases) {
    phrases.forEach(this::add);
  }

  /**
   * What the words of these brands tell of a text.
   *
   * @param brands keys of the brands that it concerns
   * @return bits for {@link IntentScorer#judge}; 0 for nothing
   */
  public int toldBy(String text, List<String> brands) {
    int told = 0;
    @Nullable FeatureList words = null;
    for (String brand : brands) {
      PhraseTable table = tables.get(brand);
      if (table != null) {
        words = words == null ? scanner.read(text).words() : words;
        told |= table.toldBy(words);
      }
    }
    return told;
  }

  private void add(IntentPhrase phrase) {
    IntentKind kind = phrase.kind();
    tables
        .computeIfAbsent(phrase.brand(), brand -> new PhraseTable())
        .add(phrase.phrase(), kind == null ? IntentScorer.NEEDS_RESPONSE : kind.bit());
  }
}
