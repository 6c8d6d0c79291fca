package io.tocsin.deploy.explain;

/** The beginning of a text, so that reading it costs no more than is planned for. */
final class Excerpt {
  private Excerpt() {}

  /**
   * At most this much of the text; a pair of surrogates is never cut.
   *
   * @param mostChars in UTF-16 units, from 1
   */
  static String of(String text, int mostChars) {
    if (text.length() <= mostChars) {
      return text;
    }
    boolean splitsPair =
        Character.isHighSurrogate(text.charAt(mostChars - 1))
            && Character.isLowSurrogate(text.charAt(mostChars));
    return text.substring(0, splitsPair ? mostChars - 1 : mostChars);
  }
}
