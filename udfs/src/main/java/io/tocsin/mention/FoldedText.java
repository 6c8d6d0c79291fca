package io.tocsin.mention;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as brand terms are compared with it: every character folded by {@link Chars#fold}, white
 * space of any kind and length as one space, letters with their accents in one character (NFC), and
 * {@link #WORD_START} before each word that may begin one of a term. The mark keeps a search for
 * words from following every letter inside other words, so that thousands of terms cost no more
 * than a few. One buffer serves all texts, so this view is good until the next {@link #set}.
 */
final class FoldedText implements CharSequence {
  /** Stands where a {@link Chars#WORD} begins. No folded text holds it otherwise. */
  static final char WORD_START = '\u0001';

  private static final char FIRST_COMBINING_ACCENT = '\u0300';
  private static final char LAST_COMBINING_ACCENT = '\u036F';

  private final @Nullable WordStarts starts;
  private char[] written = new char[1024];
  private char[] chars = new char[2 * written.length];
  private int length;

  /**
   * Room for texts.
   *
   * @param starts which words are marked; null for all
   */
  FoldedText(@Nullable WordStarts starts) {
    this.starts = starts;
  }

  /** A term folded the same way, without space around it. */
  static String of(String term) {
    FoldedText folded = new FoldedText(null);
    folded.set(term);
    return folded.toString().strip();
  }

  /** Takes the next text. */
  void set(String text) {
    if (!fold(text)) {
      fold(Normalizer.normalize(text, Normalizer.Form.NFC));
    }
  }

  /** False if there are combining accents that the text may hold apart from their letters. */
  private boolean fold(String text) {
    int end = text.length();
    reserve(end);
    text.getChars(0, end, written, 0);
    boolean accents = false;
    boolean inWord = false;
    int to = 0;
    for (int from = 0; from < end; from++) {
      char c = written[from];
      char folded = Chars.fold(c);
      if (folded == Chars.DROPPED || (folded == ' ' && to > 0 && chars[to - 1] == ' ')) {
        continue;
      }
      accents |= c >= FIRST_COMBINING_ACCENT && c <= LAST_COMBINING_ACCENT;
      boolean word = Chars.kind(folded) == Chars.WORD;
      if (word && !inWord && (starts == null || starts.mayBegin(written, from, end))) {
        chars[to++] = WORD_START;
      }
      chars[to++] = folded;
      inWord = word;
    }
    length = to;
    return !accents || Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  private void reserve(int size) {
    if (size > written.length) {
      written = new char[Math.max(size, 2 * written.length)];
      chars = new char[2 * written.length];
    }
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(Arrays.copyOfRange(chars, start, end));
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
