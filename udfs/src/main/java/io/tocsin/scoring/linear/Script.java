package io.tocsin.scoring.linear;

import java.lang.Character.UnicodeScript;

/** Writing systems that languages of social posts are told apart by. */
public enum Script {
  /** Letters of every script that is not named here. */
  OTHER(0),
  LATIN(1),
  CYRILLIC(2),
  GREEK(3),
  ARABIC(4),
  HEBREW(5),
  DEVANAGARI(6),
  /** Other scripts of India and its neighbours. */
  INDIC(7),
  THAI(8),
  HAN(9),
  KANA(10),
  HANGUL(11);

  private static final Script[] ALL = values();

  private final int index;

  Script(int index) {
    this.index = index;
  }

  static int count() {
    return ALL.length;
  }

  static Script at(int index) {
    return ALL[index];
  }

  int index() {
    return index;
  }

  static Script of(UnicodeScript script) {
    return switch (script) {
      case LATIN -> LATIN;
      case CYRILLIC -> CYRILLIC;
      case GREEK -> GREEK;
      case ARABIC -> ARABIC;
      case HEBREW -> HEBREW;
      case DEVANAGARI -> DEVANAGARI;
      case BENGALI, GUJARATI, GURMUKHI, KANNADA, MALAYALAM, ORIYA, SINHALA, TAMIL, TELUGU -> INDIC;
      case THAI, LAO, KHMER, MYANMAR -> THAI;
      case HAN, BOPOMOFO -> HAN;
      case HIRAGANA, KATAKANA -> KANA;
      case HANGUL -> HANGUL;
      default -> OTHER;
    };
  }
}
