package io.tocsin.scoring.linear;

/**
 * Finds faces written in punctuation: eyes, a nose or none, a mouth; the same reversed; hearts; and
 * eastern faces such as {@code ^_^}. A face hashes the same with and without its nose.
 */
final class Emoticons {
  private static final String EYES = ":;=";
  private static final String NOSES = "-'^o";
  private static final String MOUTHS = ")(][}{DPp|/\\*3OoSsXx@$c>";
  private static final String REVERSED_MOUTHS = "()[]";
  private static final String EASTERN_EYES = "^-><;";
  private static final int ABSENT = -1;

  private Emoticons() {}

  /**
   * Where the face that begins here ends.
   *
   * @return the index behind it, or -1 where none begins
   */
  static int endAt(char[] units, int start, int length) {
    char first = units[start];
    if (first == '<') {
      int end = heartEnd(units, start, length);
      if (end != ABSENT) {
        return end;
      }
    }
    if (EYES.indexOf(first) >= 0) {
      int end = faceEnd(units, start, length);
      if (end != ABSENT) {
        return end;
      }
    }
    if (REVERSED_MOUTHS.indexOf(first) >= 0) {
      return reversedEnd(units, start, length);
    }
    return EASTERN_EYES.indexOf(first) >= 0 ? easternEnd(units, start, length) : ABSENT;
  }

  /** Hash of a face without its nose and without a repeated mouth. */
  static int hash(char[] units, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      boolean isNose = i > start && i < end - 1 && NOSES.indexOf(units[i]) >= 0;
      boolean repeats = i > start + 1 && units[i] == units[i - 1];
      if (!isNose && !repeats) {
        hash = FeatureHash.append(hash, units[i]);
      }
    }
    return hash;
  }

  private static int faceEnd(char[] units, int start, int length) {
    int mouth = start + 1;
    if (mouth < length && NOSES.indexOf(units[mouth]) >= 0) {
      int end = mouthEnd(units, mouth + 1, length);
      if (end != ABSENT) {
        return end;
      }
    }
    return mouthEnd(units, mouth, length);
  }

  /** The end of a mouth, which may be repeated; a letter must not begin a word. */
  private static int mouthEnd(char[] units, int mouth, int length) {
    if (mouth >= length || MOUTHS.indexOf(units[mouth]) < 0) {
      return ABSENT;
    }
    int end = mouth + 1;
    while (end < length && units[end] == units[mouth]) {
      end++;
    }
    boolean mouthIsWordPart = isWordPart(units[mouth]);
    return mouthIsWordPart && end < length && isWordPart(units[end]) ? ABSENT : end;
  }

  private static int reversedEnd(char[] units, int start, int length) {
    int eyes = start + 1;
    if (eyes < length && units[eyes] == '-') {
      eyes++;
    }
    return eyes < length && EYES.indexOf(units[eyes]) >= 0 ? eyes + 1 : ABSENT;
  }

  private static int heartEnd(char[] units, int start, int length) {
    int three = start + 1;
    if (three < length && units[three] == '/') {
      three++;
    }
    return three < length && units[three] == '3' ? three + 1 : ABSENT;
  }

  private static int easternEnd(char[] units, int start, int length) {
    int eye = start + 1;
    while (eye < length && (units[eye] == '_' || units[eye] == '.')) {
      eye++;
    }
    return eye > start + 1 && eye < length && units[eye] == units[start] ? eye + 1 : ABSENT;
  }

  private static boolean isWordPart(char unit) {
    int kind = UnitTable.kind(UnitTable.of(unit));
    return kind == UnitTable.LETTER || kind == UnitTable.DIGIT;
  }
}
