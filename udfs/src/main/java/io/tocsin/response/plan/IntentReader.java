package io.tocsin.response.plan;

import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.scoring.linear.PhraseFeature;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that tell what a post wants: of each kind, and of what needs a response. */
final class IntentReader {
  private static final String NEEDS_RESPONSE = "needsResponse";
  private static final Map<String, IntentKind> KINDS = kinds();

  private IntentReader() {}

  static IntentWords read(String brand, @Nullable YamlValue value) {
    if (value == null) {
      return IntentWords.none(brand);
    }
    List<String> known = new ArrayList<>(KINDS.keySet());
    known.add(NEEDS_RESPONSE);
    YamlFields fields = value.fields(known.toArray(String[]::new));
    Map<IntentKind, List<String>> words = new EnumMap<>(IntentKind.class);
    KINDS.forEach(
        (key, kind) -> {
          List<String> phrases = phrases(fields.optional(key));
          if (!phrases.isEmpty()) {
            words.put(kind, phrases);
          }
        });
    return new IntentWords(brand, phrases(fields.optional(NEEDS_RESPONSE)), words);
  }

  private static List<String> phrases(@Nullable YamlValue list) {
    List<String> phrases = new ArrayList<>();
    for (YamlValue item : list == null ? List.<YamlValue>of() : list.items()) {
      String text = item.text(TextForm.PHRASE);
      if (text != null && PhraseFeature.of(text).isEmpty()) {
        item.error("is not one word or two in a row: " + OneLine.quote(text));
      } else if (text != null) {
        phrases.add(text);
      }
    }
    return phrases;
  }

  private static Map<String, IntentKind> kinds() {
    Map<String, IntentKind> kinds = new LinkedHashMap<>();
    kinds.put("complaint", IntentKind.COMPLAINT);
    kinds.put("question", IntentKind.QUESTION);
    kinds.put("praise", IntentKind.PRAISE);
    kinds.put("purchaseBefore", IntentKind.PURCHASE_BEFORE);
    kinds.put("purchaseDuring", IntentKind.PURCHASE_DURING);
    kinds.put("purchaseAfter", IntentKind.PURCHASE_AFTER);
    return kinds;
  }
}
