package io.tocsin.deploy.bench;

import java.util.Locale;

/** Text for the terminal, the same in every locale. */
final class Texts {
  private Texts() {}

  static String of(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
