package io.tocsin.deploy.teacher;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into pieces of words as BERT's uncased models were trained on them: lower case
 * without accents, split at white space and around each mark and Chinese character, then the
 * longest known pieces from the left.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018</a>
 */
final class WordPieces {
  private static final String INSIDE = "##";
  private static final int LONGEST_WORD = 100;
  private static final int REPLACEMENT = 0xFFFD;

  private final Map<String, Integer> vocabulary;
  private final int start;
  private final int end;
  private final int unknown;

  /**
   * With a vocabulary.
   *
   * @param vocabulary number of each piece; pieces that do not begin a word begin with {@code ##}
   * @throws IllegalArgumentException if one of the special pieces is missing
   */
  WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    start = special("[CLS]");
    end = special("[SEP]");
    unknown = special("[UNK]");
  }

  private int special(String piece) {
    Integer number = vocabulary.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("the vocabulary has no " + piece);
    }
    return number;
  }

  /**
   * Numbers of the pieces, between one that marks the start and one that marks the end.
   *
   * @param most how many numbers at most, marks included; what is beyond is cut off
   */
  long[] cut(String text, int most) {
    List<Integer> numbers = new ArrayList<>();
    numbers.add(start);
    StringBuilder word = new StringBuilder();
    for (int c : plain(text).codePoints().toArray()) {
      boolean alone = isMark(c) || isChinese(c);
      if (alone || isSpace(c)) {
        addWord(word, numbers);
      }
      if (!isSpace(c)) {
        word.appendCodePoint(c);
      }
      if (alone) {
        addWord(word, numbers);
      }
    }
    addWord(word, numbers);
    int kept = Math.min(numbers.size(), most - 1);
    numbers.subList(kept, numbers.size()).clear();
    numbers.add(end);
    return numbers.stream().mapToLong(Integer::longValue).toArray();
  }

  private void addWord(StringBuilder word, List<Integer> numbers) {
    if (word.isEmpty()) {
      return;
    }
    int before = numbers.size();
    String whole = word.toString();
    word.setLength(0);
    if (whole.codePointCount(0, whole.length()) > LONGEST_WORD || !addPieces(whole, numbers)) {
      numbers.subList(before, numbers.size()).clear();
      numbers.add(unknown);
    }
  }

  /** Adds the longest known piece from the left, again and again; false where none is known. */
  private boolean addPieces(String word, List<Integer> numbers) {
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      Integer number = vocabulary.get(piece(word, from, to));
      while (number == null && --to > from) {
        number = vocabulary.get(piece(word, from, to));
      }
      if (number == null) {
        return false;
      }
      numbers.add(number);
      from = to;
    }
    return true;
  }

  private static String piece(String word, int from, int to) {
    return from == 0 ? word.substring(0, to) : INSIDE + word.substring(from, to);
  }

  /** In lower case, without accents and without characters that nobody sees. */
  private static String plain(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
    StringBuilder plain = new StringBuilder(visible.length());
    Normalizer.normalize(visible, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> !isSpace(c);
      case Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
      default -> c == REPLACEMENT;
    };
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  /** Punctuation, and every printable ASCII character that is no letter, digit or space. */
  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    };
  }

  private static boolean isChinese(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}
