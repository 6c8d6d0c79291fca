package io.tocsin.deploy.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one post names.
 *
 * @param names in its order; one may stand here several times
 * @param phrases by their words' dictionary forms, as written
 * @param keys of names, tags and phrases: whatever has such a key is named by the post
 */
record PostFindings(List<FoundName> names, Map<String, String> phrases, Set<String> keys) {
  /**
   * Collects them.
   *
   * @param sentences of the post
   * @param tagKeys keys of its hashtags, handles and cashtags
   * @param brandKey of the brand, whose own name is left out
   */
  static PostFindings of(List<List<TaggedWord>> sentences, Set<String> tagKeys, String brandKey) {
    NameFinder nameFinder = new NameFinder(brandKey);
    PhraseFinder phraseFinder = new PhraseFinder(brandKey);
    List<FoundName> names = new ArrayList<>();
    Map<String, String> phrases = new LinkedHashMap<>();
    for (List<TaggedWord> sentence : sentences) {
      names.addAll(nameFinder.in(sentence));
      phraseFinder.addTo(phrases, sentence);
    }
    Set<String> keys = new HashSet<>(tagKeys);
    names.forEach(name -> keys.add(name.key()));
    phrases.values().forEach(phrase -> keys.add(NameKey.of(phrase)));
    return new PostFindings(names, phrases, keys);
  }
}
