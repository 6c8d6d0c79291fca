package io.tocsin.response.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The constants of an enum as the words of the file. */
final class EnumWords {
  private EnumWords() {}

  static <E extends Enum<E>> @Nullable E read(YamlValue value, Class<E> type) {
    String word = value.text(TextForm.ANY_WORD);
    if (word == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return constant;
      }
    }
    value.error(unknown(word, words(type)));
    return null;
  }

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> words(Class<? extends Enum<?>> type) {
    return Stream.of(type.getEnumConstants()).map(EnumWords::of).toList();
  }

  private static String unknown(String word, List<String> known) {
    String start = "unknown word " + OneLine.quote(word) + ", expected one of ";
    return start + String.join(", ", known) + DidYouMean.hint(word, known);
  }
}
