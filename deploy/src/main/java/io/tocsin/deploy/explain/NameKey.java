package io.tocsin.deploy.explain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows a name again however it is written: {@code Nimbus Mobile}, {@code #NimbusMobile}, {@code
 * @nimbus_mobile} and {@code NIMBUS MOBILE Inc.} have one key.
 */
final class NameKey {
  private static final Pattern LEGAL_FORM =
      Pattern.compile("(?i)(?<=\\w)[,\\s]+(?:inc|corp|corporation|ltd|plc|llc|co|gmbh|ag|sa)\\.?$");

  private static final Pattern NEITHER_LETTER_NOR_DIGIT =
      Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

  private NameKey() {}

  /** The key; empty for a name without a letter and a digit. */
  static String of(String name) {
    String bare = LEGAL_FORM.matcher(name).replaceFirst("");
    String composed = Normalizer.normalize(bare, Normalizer.Form.NFKC);
    return NEITHER_LETTER_NOR_DIGIT.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
