package io.tocsin.scoring.linear;

/**
 * Undoes what feeds leave behind: entities of HTML, and escapes of JSON that were escaped twice.
 */
final class Escapes {
  private static final String[] ENTITIES = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
  private static final char[] ENTITY_UNITS = {'&', '<', '>', '"', '\''};
  private static final int ESCAPE_LENGTH = 6;
  private static final int HEXADECIMAL = 16;

  private Escapes() {}

  /**
   * Resolves escapes in place.
   *
   * @param text what the units were copied from
   * @return the new length
   */
  static int resolve(String text, char[] units, int length) {
    if (text.indexOf('&') < 0 && text.indexOf('\\') < 0) {
      return length;
    }
    int to = 0;
    int from = 0;
    while (from < length) {
      int entity = units[from] == '&' ? entityAt(units, from, length) : -1;
      if (entity >= 0) {
        units[to++] = ENTITY_UNITS[entity];
        from += ENTITIES[entity].length();
      } else if (isEscape(units, from, length)) {
        units[to++] = escaped(units, from);
        from += ESCAPE_LENGTH;
      } else {
        units[to++] = units[from++];
      }
    }
    return to;
  }

  private static int entityAt(char[] units, int index, int length) {
    for (int i = 0; i < ENTITIES.length; i++) {
      if (stands(ENTITIES[i], units, index, length)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean stands(String piece, char[] units, int index, int length) {
    if (index + piece.length() > length) {
      return false;
    }
    for (int i = 0; i < piece.length(); i++) {
      if (units[index + i] != piece.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEscape(char[] units, int index, int length) {
    if (units[index] != '\\' || index + ESCAPE_LENGTH > length || units[index + 1] != 'u') {
      return false;
    }
    for (int i = index + 2; i < index + ESCAPE_LENGTH; i++) {
      if (Character.digit(units[i], HEXADECIMAL) < 0) {
        return false;
      }
    }
    return true;
  }

  private static char escaped(char[] units, int index) {
    int unit = 0;
    for (int i = index + 2; i < index + ESCAPE_LENGTH; i++) {
      unit = unit * HEXADECIMAL + Character.digit(units[i], HEXADECIMAL);
    }
    return (char) unit;
  }
}
