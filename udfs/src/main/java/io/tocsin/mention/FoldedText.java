package io.tocsin.mention;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as brand terms are compared with it: every character folded by {@link Chars}, white space
 * of any kind and length as one space, letters with their accents in one character (NFC). It knows
 * where words stand and the hash of any stretch. One buffer serves all texts, so this view is good
 * until the next text.
 *
 * <p>Positions begin at {@link #BEGIN}; {@link #EDGE} stands before and behind the text.
 */
final class FoldedText {
  /** Where the text begins. */
  static final int BEGIN = 1;

  /** Stands around the text; no folded text holds it. */
  static final char EDGE = 0;

  private static final String SIGILS = "@#$";

  private char[] written = new char[1024];
  private char[] chars = new char[written.length + BEGIN + 1];
  private long[] beginnings = new long[chars.length];
  private int[] edges = new int[chars.length + 1];
  private int ranges;
  private int words;
  private int end = BEGIN;

  /** A term folded the same way, without space around it. */
  static String of(String term) {
    FoldedText folded = new FoldedText();
    folded.set(term);
    return new String(folded.chars, BEGIN, folded.end - BEGIN).strip();
  }

  /** Takes the next text. */
  void set(String text) {
    if (!fold(text)) {
      fold(Normalizer.normalize(text, Normalizer.Form.NFC));
    }
  }

  /** Takes a text that is folded already. */
  void setFolded(String folded) {
    fold(folded);
  }

  /** How many words there are. */
  int words() {
    return words;
  }

  /** Where a word begins. */
  int wordBegin(int word) {
    return edges[2 * word];
  }

  /** Behind a word. */
  int wordEnd(int word) {
    return edges[2 * word + 1];
  }

  /** Behind the last character. */
  int end() {
    return end;
  }

  /** The character there, or {@link #EDGE} just outside the text. */
  char charAt(int position) {
    return chars[position];
  }

  /** The {@link Chars#range ranges} of all characters of no word. */
  int ranges() {
    return ranges;
  }

  /** The hash of a stretch. */
  long hash(int begin, int behind) {
    return StretchHash.between(beginnings[begin], beginnings[behind], behind - begin);
  }

  /** Whether a term stands there as whole words. */
  boolean holds(char[] term, int begin) {
    int behind = begin + term.length;
    return begin >= BEGIN
        && behind <= end
        && Arrays.equals(chars, begin, behind, term, 0, term.length)
        && Chars.isBoundary(chars[behind - 1], chars[behind])
        && mayBeginAt(begin);
  }

  /** Whether nothing but a space follows, if anything. */
  boolean isSpaceFrom(int position) {
    return position == end || (position == end - 1 && chars[position] == ' ');
  }

  private boolean mayBeginAt(int begin) {
    char before = chars[begin - 1];
    char first = chars[begin];
    return SIGILS.indexOf(first) < 0
        ? Chars.isBoundary(before, first)
        : Chars.kind(before) != Chars.WORD;
  }

  /**
   * Folds, and notes the edges of words without a branch: a processor could not guess them.
   *
   * @return false if there are combining accents that the text may hold apart from their letters
   */
  private boolean fold(String text) {
    int length = text.length();
    reserve(length);
    text.getChars(0, length, written, 0);
    char[] from = written;
    char[] to = chars;
    long[] hashes = beginnings;
    int[] notes = edges;
    int seen = 0;
    int size = BEGIN;
    int noted = 0;
    int inWord = 0;
    char last = EDGE;
    long hash = 0;
    for (int i = 0; i < length; i++) {
      int folding = Chars.folding(from[i]);
      char folded = (char) folding;
      if (folded == Chars.DROPPED || ((folded ^ ' ') | (last ^ ' ')) == 0) {
        continue;
      }
      int isWord = folding >>> Chars.WORD_SHIFT & 1;
      notes[noted] = size;
      noted += inWord ^ isWord;
      inWord = isWord;
      seen |= folding;
      hashes[size] = hash;
      hash = StretchHash.append(hash, folded);
      to[size++] = folded;
      last = folded;
    }
    notes[noted] = size;
    words = (noted + inWord) / 2;
    hashes[size] = hash;
    to[size] = EDGE;
    end = size;
    ranges = seen >>> Chars.RANGE_SHIFT;
    return (seen & Chars.COMBINING_ACCENT) == 0
        || Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  private void reserve(int size) {
    if (size > written.length) {
      written = new char[Math.max(size, 2 * written.length)];
      chars = new char[written.length + BEGIN + 1];
      beginnings = new long[chars.length];
      edges = new int[chars.length + 1];
    }
  }
}
