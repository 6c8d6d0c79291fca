package io.tocsin.scoring.intent;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Words that tell what a post about a brand wants, as a crisis plan names them. Each is a word or
 * two in a row, in any language.
 *
 * @param brand the brand's key
 * @param needsResponse words of posts that somebody must answer
 * @param kinds words of each kind
 */
public record IntentWords(
    String brand, List<String> needsResponse, Map<IntentKind, List<String>> kinds)
    implements Serializable {
  /** No words of this brand. */
  public static IntentWords none(String brand) {
    return new IntentWords(brand, List.of(), Map.of());
  }

  /** All phrases, one by one. */
  public List<IntentPhrase> phrases() {
    List<IntentPhrase> phrases = new ArrayList<>();
    needsResponse.forEach(phrase -> phrases.add(new IntentPhrase(brand, phrase, null)));
    kinds.forEach(
        (kind, ofKind) ->
            ofKind.forEach(phrase -> phrases.add(new IntentPhrase(brand, phrase, kind))));
    return List.copyOf(phrases);
  }
}
