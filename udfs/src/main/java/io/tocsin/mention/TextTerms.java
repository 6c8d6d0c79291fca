package io.tocsin.mention;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text and its pairs of neighbouring words, each once, in lower case. Links, handles
 * and marks of a repost are none; a hashtag is the word it holds. Punctuation parts a pair, a space
 * or a hyphen does not.
 *
 * <p>Where a script sets no spaces between words, two neighbouring characters are taken for a word
 * and four for a pair.
 */
public final class TextTerms {
  private static final String JOINTS = " -#$'";
  private static final int UNSPACED_WORD_CHARS = 2;

  private final Set<String> terms = new LinkedHashSet<>();
  private final StringBuilder word = new StringBuilder();
  private final StringBuilder unspaced = new StringBuilder();
  private @Nullable String last;

  private TextTerms() {}

  /** The terms of a text, in the order in which they first come. */
  public static Set<String> of(String text) {
    TextTerms reader = new TextTerms();
    reader.read(text);
    return reader.terms;
  }

  private void read(String text) {
    int i = 0;
    while (i < text.length()) {
      int ornamentEnd = word.isEmpty() ? Ornament.endAt(text, i) : i;
      if (ornamentEnd > i) {
        part();
        i = ornamentEnd;
        continue;
      }
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      if (isInNumber(text, i)) {
        word.append((char) codePoint);
      } else {
        take(codePoint > Character.MAX_VALUE ? codePoint : Chars.fold((char) codePoint));
      }
      i = next;
    }
    part();
  }

  /** Whether a point or comma stands between two digits. */
  private static boolean isInNumber(String text, int i) {
    char c = text.charAt(i);
    return (c == '.' || c == ',')
        && i > 0
        && i + 1 < text.length()
        && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1));
  }

  private void take(int folded) {
    if (folded == Chars.DROPPED) {
      return;
    }
    switch (Chars.kindOf(folded)) {
      case Chars.WORD -> {
        endUnspaced();
        word.appendCodePoint(Character.toLowerCase(folded));
      }
      case Chars.UNSPACED_WORD -> {
        endWord();
        last = null;
        unspaced.appendCodePoint(folded);
      }
      default -> takeOther(folded);
    }
  }

  private void takeOther(int folded) {
    if (folded == '\'' && !word.isEmpty()) {
      word.append('\'');
    } else if (JOINTS.indexOf(folded) >= 0) {
      endWord();
      endUnspaced();
    } else {
      part();
    }
  }

  /** Ends the word and lets it have no neighbour. */
  private void part() {
    endWord();
    endUnspaced();
    last = null;
  }

  private void endWord() {
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) == '\'') {
      end--;
    }
    if (end > 0) {
      String ended = word.substring(0, end);
      terms.add(ended);
      if (last != null) {
        terms.add(last + ' ' + ended);
      }
      last = ended;
    }
    word.setLength(0);
  }

  private void endUnspaced() {
    for (int length : new int[] {UNSPACED_WORD_CHARS, 2 * UNSPACED_WORD_CHARS}) {
      for (int begin = 0; begin + length <= unspaced.length(); begin++) {
        terms.add(unspaced.substring(begin, begin + length));
      }
    }
    unspaced.setLength(0);
  }
}
