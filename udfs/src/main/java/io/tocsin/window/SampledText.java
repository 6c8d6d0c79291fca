package io.tocsin.window;

import java.nio.charset.StandardCharsets;

/**
 * One of the public texts that were drawn to tell what a watch speaks of.
 *
 * @param key key of the text that near-duplicates share; as a number without sign it is the lot by
 *     which the text was drawn
 * @param author hash of who wrote it
 * @param utf8 as written, cut where it is long; bytes, which travel for a tenth of what a string
 *     costs
 */
public record SampledText(long key, long author, byte[] utf8) {
  /** UTF-16 units that are kept. */
  static final int LONGEST = 280;

  /** The text of a post, cut. */
  public static SampledText of(long key, long author, String text) {
    return new SampledText(key, author, cut(text).getBytes(StandardCharsets.UTF_8));
  }

  /** The text. */
  public String text() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splits ? LONGEST - 1 : LONGEST);
  }
}
