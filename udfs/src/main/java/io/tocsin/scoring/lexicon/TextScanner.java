package io.tocsin.scoring.lexicon;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a post into words, symbols and stops in one pass, without regular expressions and without
 * making a String. Handles vanish, a link is one token, a hashtag is cut where its case changes
 * ({@code #EpicFail}), a masked curse ({@code f*ck}) is one word.
 */
final class TextScanner {
  /** What stands next in the text. */
  enum Token {
    WORD,
    /** An emoji or an emoticon. */
    SYMBOL,
    /** A punctuation mark that ends a phrase, or a line end. */
    STOP,
    LINK,
    END
  }

  private static final String STOPS = ".,;:!?()\n\u2026\u2014\u3002\uff01\uff1f";
  private static final String EMOTICON_STARTS = ":;=<>(^-";
  private static final int LONGEST_EMOTICON = 4;
  private static final int LONGEST_MASK = 3;
  private static final char SYMBOLS = '\u2190';
  private static final char SYMBOLS_END = '\u2c00';

  private final HashIndex emoticons;
  private final ScannedWord word = new ScannedWord();

  private String text = "";
  private boolean cutsAtApostrophes;
  private int position;
  private boolean inHashtag;
  private long symbolHash;
  private char mark;
  private int latinLetters;
  private int foreignLetters;

  /**
   * A scanner for many texts, one after the other.
   *
   * @param emoticons hashes of the emoticons in lower case
   */
  TextScanner(HashIndex emoticons) {
    this.emoticons = emoticons;
  }

  /**
   * Starts over with another text.
   *
   * @param cutsAtApostrophes whether an apostrophe ends a word, as in French {@code n'est}
   */
  void start(String text, boolean cutsAtApostrophes) {
    this.text = text;
    this.cutsAtApostrophes = cutsAtApostrophes;
    position = 0;
    inHashtag = false;
    latinLetters = 0;
    foreignLetters = 0;
  }

  /** Moves to the next token. */
  Token next() {
    while (position < text.length()) {
      char c = text.charAt(position);
      Token token = Characters.isLetterOrDigit(c) ? wordOrLink(c) : beyondWords(c);
      if (token != null) {
        return token;
      }
    }
    return Token.END;
  }

  /** The latest {@link Token#WORD}; changes with the next one. */
  ScannedWord word() {
    return word;
  }

  /** Hash of the latest {@link Token#SYMBOL}. */
  long symbolHash() {
    return symbolHash;
  }

  /** The latest {@link Token#STOP}. */
  char mark() {
    return mark;
  }

  /** Whether more letters than not were of another script than Latin. */
  boolean isMostlyForeign() {
    return foreignLetters > latinLetters;
  }

  private Token wordOrLink(char c) {
    if (startsLink(c)) {
      skipLink();
      return Token.LINK;
    }
    word.clear();
    do {
      char unit = text.charAt(position++);
      word.append(unit);
      countScript(unit);
    } while (continuesWord());
    return Token.WORD;
  }

  private boolean startsLink(char c) {
    return switch (c) {
      case 'h', 'H' -> standsHere("http://") || standsHere("https://");
      case 'w', 'W' -> standsHere("www.");
      default -> false;
    };
  }

  private boolean standsHere(String prefix) {
    return text.regionMatches(true, position, prefix, 0, prefix.length());
  }

  private void skipLink() {
    while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private void countScript(char unit) {
    if (Characters.isLatin(unit)) {
      latinLetters++;
    } else {
      foreignLetters++;
    }
  }

  /** Whether the word goes on; moves over what no reader sees. */
  private boolean continuesWord() {
    while (position < text.length() && Characters.isInvisible(text.charAt(position))) {
      position++;
    }
    if (position == text.length()) {
      return false;
    }
    char c = text.charAt(position);
    if (Characters.isLetterOrDigit(c)) {
      return !(inHashtag && Characters.isCapital(c) && word.hasSmallLetter());
    }
    return switch (c) {
      case '\'', '\u2019' -> !cutsAtApostrophes && isWordPartAt(position + 1);
      case '*' -> word.hasLetters() && isWordPartAt(endOfMask());
      default -> false;
    };
  }

  private boolean isWordPartAt(int index) {
    return index < text.length() && Characters.isLetterOrDigit(text.charAt(index));
  }

  private int endOfMask() {
    int end = position;
    while (end < text.length() && end - position < LONGEST_MASK && text.charAt(end) == '*') {
      end++;
    }
    return end;
  }

  /** The token at a unit that begins no word, or null where it is none. */
  private @Nullable Token beyondWords(char c) {
    inHashtag = c == '#';
    if (c == '@') {
      skipHandle();
      return null;
    }
    if (EMOTICON_STARTS.indexOf(c) >= 0 && findEmoticon()) {
      return Token.SYMBOL;
    }
    position++;
    if (STOPS.indexOf(c) >= 0) {
      mark = c;
      return Token.STOP;
    }
    return c >= SYMBOLS ? symbol(c) : null;
  }

  private void skipHandle() {
    position++;
    while (position < text.length() && Characters.isHandlePart(text.charAt(position))) {
      position++;
    }
  }

  private boolean findEmoticon() {
    for (int length = LONGEST_EMOTICON; length > 1; length--) {
      int end = position + length;
      if (end <= text.length() && !partsWord(end) && isEmoticon(end)) {
        position = end;
        return true;
      }
    }
    return false;
  }

  /** Whether a cut here would part a word: {@code :d} is no emoticon in {@code :done}. */
  private boolean partsWord(int end) {
    return isWordPartAt(end) && isWordPartAt(end - 1);
  }

  private boolean isEmoticon(int end) {
    symbolHash = WordHash.EMPTY;
    for (int i = position; i < end; i++) {
      symbolHash = WordHash.append(symbolHash, Characters.fold(text.charAt(i)));
    }
    return emoticons.find(symbolHash) != HashIndex.ABSENT;
  }

  private @Nullable Token symbol(char c) {
    if (Character.isHighSurrogate(c)
        && position < text.length()
        && Character.isLowSurrogate(text.charAt(position))) {
      return supplementary(c, text.charAt(position++));
    }
    symbolHash = WordHash.append(WordHash.EMPTY, c);
    return c < SYMBOLS_END ? Token.SYMBOL : null;
  }

  private @Nullable Token supplementary(char high, char low) {
    int codePoint = Character.toCodePoint(high, low);
    if (Character.isLetter(codePoint)) {
      foreignLetters++;
      return null;
    }
    if (Character.getType(codePoint) == Character.MODIFIER_SYMBOL) {
      return null; // a skin tone
    }
    symbolHash = WordHash.append(WordHash.append(WordHash.EMPTY, high), low);
    return Token.SYMBOL;
  }
}
