package io.tocsin.response.delivery;

import java.util.regex.Pattern;

/** Text from outside, fit for a terminal and a log: control characters and line ends are spaces. */
final class OneLine {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

  private OneLine() {}

  static String of(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
  }
}
