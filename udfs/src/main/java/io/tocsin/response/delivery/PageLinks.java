package io.tocsin.response.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a page leads at the desk. A link stands for itself and needs no session, so that it works
 * from a phone.
 *
 * @param ack where its receiver acknowledges; null where there is nothing to acknowledge, or no key
 * @param live the live page; null where no desk is known
 */
record PageLinks(@Nullable String ack, @Nullable String live) {
  static final PageLinks NONE = new PageLinks(null, null);

  /** The links that there are, by their words for a person. */
  Map<String, String> byWords() {
    Map<String, String> links = new LinkedHashMap<>();
    if (ack != null) {
      links.put("Acknowledge", ack);
    }
    if (live != null) {
      links.put("Live page", live);
    }
    return links;
  }

  /**
   * A text with a line for each link below it. Where that is too long the text is cut, never a
   * link.
   *
   * @param most code points
   * @param drawn how the receiver wants an address
   */
  String below(String text, int most, UnaryOperator<String> drawn) {
    String lines =
        byWords().entrySet().stream()
            .map(link -> "\n" + link.getKey() + ": " + drawn.apply(link.getValue()))
            .collect(Collectors.joining());
    String above = lines.isEmpty() ? text : text.stripTrailing() + "\n";
    return Texts.fit(above, most - lines.codePointCount(0, lines.length())) + lines;
  }
}
