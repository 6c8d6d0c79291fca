package io.tocsin.response.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;

/** Small things that every form needs. */
final class Texts {
  private static final JsonMapper JSON = new JsonMapper();

  private Texts() {}

  static String json(Object document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + document, e);
    }
  }

  /** The constant as receivers know it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** At most so many code points, the last of them an ellipsis where something was cut off. */
  static String fit(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** With angle brackets as look-alikes, which need no room that was not there. */
  static String withoutTags(String text) {
    return text.replace('<', '\u2039').replace('>', '\u203A');
  }

  static String withoutEndSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
