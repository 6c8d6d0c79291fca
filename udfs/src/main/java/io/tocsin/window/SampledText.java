package io.tocsin.window;

/**
 * One of the public texts that were drawn to tell what a watch speaks of.
 *
 * @param key key of the text that near-duplicates share; as a number without sign it is the lot by
 *     which the text was drawn
 * @param author hash of who wrote it
 * @param text as written, cut where it is long
 */
public record SampledText(long key, long author, String text) {
  /** UTF-16 units that are kept. */
  static final int LONGEST = 280;

  /** The text of a post, cut. */
  static SampledText of(long key, long author, String text) {
    if (text.length() <= LONGEST) {
      return new SampledText(key, author, text);
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return new SampledText(key, author, text.substring(0, end));
  }
}
