package io.tocsin.deploy.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sentences as a reader would tag them: {@code Ana/NNP/PERSON is/VBZ}. */
final class Words {
  private static final Map<String, NameKind> KINDS =
      Map.of(
          "PERSON", NameKind.PERSON,
          "ORG", NameKind.ORGANISATION,
          "PLACE", NameKind.PLACE,
          "PRODUCT", NameKind.PRODUCT);

  private Words() {}

  static List<TaggedWord> sentence(String tagged) {
    List<TaggedWord> words = new ArrayList<>();
    for (String word : tagged.split(" ", -1)) {
      String[] parts = word.split("/", -1);
      words.add(new TaggedWord(parts[0], lemma(parts[0], parts[1]), parts[1], kind(parts)));
    }
    return words;
  }

  private static String lemma(String text, String tag) {
    boolean plural = tag.equals("NNS") && text.endsWith("s");
    return (plural ? text.substring(0, text.length() - 1) : text).toLowerCase(Locale.ROOT);
  }

  private static @Nullable NameKind kind(String[] parts) {
    return parts.length > 2 ? KINDS.get(parts[2]) : null;
  }
}
