package io.tocsin.window;

import java.util.List;

/**
 * Who speaks, in which languages, and of what.
 *
 * @param authors mentions by author, as a {@link Tally}; authors are told apart by 16 bits of their
 *     hash, so two of a few hundred may be taken for one
 * @param languages mentions by language, as a {@link Tally} of {@link LanguageKey}s
 * @param texts some of the public texts, each of a key once, by key
 * @param reachMicros how far they carry: sum of {@link #reachWeight} over the posts, in millionths
 * @param late mentions that came too late to be summed
 */
public record Crowd(
    long[] authors, long[] languages, List<SampledText> texts, long reachMicros, long late) {
  /** Nobody. */
  public static final Crowd NOBODY = new Crowd(new long[0], new long[0], List.of(), 0, 0);

  private static final double PEOPLE = 1_000;

  /** The same crowd, of which nobody knows what it speaks of. */
  Crowd withoutTexts() {
    return new Crowd(authors, languages, List.of(), reachMicros, late);
  }

  /**
   * What a post that reaches so many people weighs: 1 for ten thousand, 3 for a million, 4.7 for 50
   * million. Audiences are so unequal that in a sum of people one account is all there is; by their
   * decades many accounts outweigh one.
   */
  static double reachWeight(long people) {
    return Math.log10(1 + people / PEOPLE);
  }
}
