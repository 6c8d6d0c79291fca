package io.tocsin.scoring.linear;

/** Tells where a link begins. */
final class Links {
  private static final String[] BEGINNINGS = {"http://", "https://", "www."};

  /** What data sets and some networks write in place of a link. */
  private static final String STAND_IN = "http";

  private Links() {}

  /**
   * Whether a link begins here.
   *
   * @param units a text, followed by eight blanks
   */
  static boolean startsAt(char[] units, int index) {
    char first = small(units[index]);
    if (first != 'h' && first != 'w') {
      return false;
    }
    for (String beginning : BEGINNINGS) {
      if (stands(beginning, units, index)) {
        return true;
      }
    }
    return stands(STAND_IN, units, index) && isBlank(units[index + STAND_IN.length()]);
  }

  private static boolean stands(String beginning, char[] units, int index) {
    for (int i = 0; i < beginning.length(); i++) {
      if (small(units[index + i]) != beginning.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(char unit) {
    return UnitTable.kind(UnitTable.of(unit)) == UnitTable.SPACE;
  }

  private static char small(char unit) {
    return UnitTable.folded(UnitTable.of(unit));
  }
}
