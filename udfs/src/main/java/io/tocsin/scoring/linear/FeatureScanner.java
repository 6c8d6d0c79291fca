package io.tocsin.scoring.linear;

import java.util.Arrays;

/**
 * Reads a text once and writes down its features, without making an object. Handles are one
 * feature, links another; a hashtag is cut where its case changes; letters written three times and
 * more count twice; an emoticon is known with and without its nose. A text beyond {@value
 * #LONGEST_TEXT} UTF-16 units is judged by its beginning. Not thread-safe.
 */
public final class FeatureScanner {
  /** What is read of a text, in UTF-16 units. */
  public static final int LONGEST_TEXT = 2048;

  /** Blanks behind the text, so that looking ahead needs no check. */
  private static final int PADDING = 8;

  private static final int FIRST_SKIN_TONE = 0x1f3fb;
  private static final int LAST_SKIN_TONE = 0x1f3ff;

  private final char[] units = new char[LONGEST_TEXT + PADDING];
  private final WordBuffer word = new WordBuffer();
  private final TextFeatures features = new TextFeatures();
  private final TokenSink tokens = new TokenSink(features);

  private int length;
  private int position;

  /**
   * Reads a text.
   *
   * @return its features; the next call overwrites them
   */
  public TextFeatures read(String text) {
    length = Math.min(text.length(), LONGEST_TEXT);
    text.getChars(0, length, units, 0);
    length = Escapes.resolve(text, units, length);
    Arrays.fill(units, length, length + PADDING, ' ');
    position = 0;
    tokens.start();
    while (position < length) {
      readNext();
    }
    tokens.end();
    return features;
  }

  /** Features of the text that was read last. */
  TextFeatures features() {
    return features;
  }

  private void readNext() {
    int entry = UnitTable.of(units[position]);
    switch (UnitTable.kind(entry)) {
      case UnitTable.LETTER, UnitTable.DIGIT -> readWord();
      case UnitTable.PUNCTUATION -> readPunctuation(UnitTable.folded(entry));
      case UnitTable.SYMBOL -> {
        tokens.symbol(units[position]);
        position++;
      }
      case UnitTable.SURROGATE -> readSupplementary();
      default -> position++;
    }
  }

  private void readWord() {
    if (Links.startsAt(units, position)) {
      skipLink();
      return;
    }
    word.clear();
    boolean hasLetters = false;
    for (; position < length; position++) {
      int entry = UnitTable.of(units[position]);
      int kind = UnitTable.kind(entry);
      if (kind == UnitTable.LETTER) {
        hasLetters = true;
        if (tokens.isInHashtag() && UnitTable.isCapital(entry) && word.endsWithSmallLetter()) {
          break;
        }
        features.countLetter(UnitTable.script(entry));
        word.append(entry);
      } else if (kind == UnitTable.DIGIT) {
        word.append(entry);
      } else if (kind == UnitTable.MARK) {
        appendMark(units[position]);
      } else if (kind == UnitTable.SURROGATE && isSupplementaryLetter()) {
        features.countLetter(Script.OTHER.index());
        word.appendAsIs(units[position++]);
        word.appendAsIs(units[position]);
      } else if (kind != UnitTable.INVISIBLE && !isInnerApostrophe(entry)) {
        break;
      }
    }
    tokens.word(word, hasLetters);
  }

  private void appendMark(char mark) {
    if (Accents.isAccent(mark)) {
      word.accent(mark);
    } else {
      word.appendAsIs(mark);
    }
  }

  /** Whether an apostrophe belongs to the word: one letter follows it, as in {@code don't}. */
  private boolean isInnerApostrophe(int entry) {
    return UnitTable.folded(entry) == '\''
        && isLetterAt(position + 1)
        && !isLetterAt(position + 2)
        && !isMarkAt(position + 2);
  }

  private boolean isLetterAt(int index) {
    return index < length && UnitTable.kind(UnitTable.of(units[index])) == UnitTable.LETTER;
  }

  private boolean isMarkAt(int index) {
    return UnitTable.kind(UnitTable.of(units[index])) == UnitTable.MARK;
  }

  private boolean isWordPartAt(int index) {
    int kind = UnitTable.kind(UnitTable.of(units[index]));
    return index < length && (kind == UnitTable.LETTER || kind == UnitTable.DIGIT);
  }

  private boolean isSupplementaryLetter() {
    return position + 1 < length
        && Character.isSurrogatePair(units[position], units[position + 1])
        && Character.isLetter(Character.toCodePoint(units[position], units[position + 1]));
  }

  private void readSupplementary() {
    if (position + 1 == length
        || !Character.isSurrogatePair(units[position], units[position + 1])) {
      position++; // half a character: the text was cut or is broken
      return;
    }
    if (isSupplementaryLetter()) {
      readWord();
      return;
    }
    int codePoint = Character.toCodePoint(units[position], units[position + 1]);
    position += 2;
    if (codePoint < FIRST_SKIN_TONE || codePoint > LAST_SKIN_TONE) {
      tokens.symbol(codePoint);
    }
  }

  private void readPunctuation(char mark) {
    if (mark == '@' && isWordPartAt(position + 1)) {
      skipHandle();
      return;
    }
    if (mark == '#' && isWordPartAt(position + 1)) {
      position++;
      readHashtag();
      return;
    }
    int end = Emoticons.endAt(units, position, length);
    if (end > position) {
      tokens.face(Emoticons.hash(units, position, end));
      position = end;
    } else {
      readMarks(mark);
    }
  }

  private void readHashtag() {
    tokens.startHashtag();
    while (position < length && isWordPartAt(position)) {
      readWord();
    }
    tokens.endHashtag();
  }

  private void readMarks(char mark) {
    int count = 0;
    while (position < length && UnitTable.folded(UnitTable.of(units[position])) == mark) {
      count += units[position] == '\u2026' ? 3 : 1;
      position++;
    }
    tokens.marks(mark, count);
  }

  private void skipHandle() {
    position++;
    while (position < length && (isWordPartAt(position) || isHandleJoint(position))) {
      position++;
    }
    tokens.handle();
  }

  /** Handles hold underscores anywhere, and points, hyphens and a second at-sign inside. */
  private boolean isHandleJoint(int index) {
    return units[index] == '_'
        || ((units[index] == '.' || units[index] == '-' || units[index] == '@')
            && isWordPartAt(index + 1));
  }

  private void skipLink() {
    while (position < length && UnitTable.kind(UnitTable.of(units[position])) != UnitTable.SPACE) {
      position++;
    }
    tokens.link();
  }
}
