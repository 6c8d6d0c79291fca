package io.tocsin.response;

import java.util.regex.Pattern;

/**
 * What strangers wrote, for a page. A page never links to where a stranger wants people to go, and
 * calls nobody whom a stranger names. Receivers make links of bare addresses and call people by
 * {@code @here} without being asked, each by rules of its own, so whatever could be an address or a
 * call is parted by a blank, which people read over and which needs no rule of any receiver.
 */
final class StrangersText {
  private static final Pattern LINK =
      Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]{1,20}://|www\\.)\\S+");

  /**
   * {@code evil.test}, also with a dot of another script; {@code 3.5} and {@code end. Next} stay.
   */
  private static final Pattern DOT =
      Pattern.compile("(?<=\\S)([.\u3002\uFF0E\uFF61\u2024])(?=[\\p{L}])");

  /** {@code @here}; also the look-alikes that some receivers fold. */
  private static final Pattern CALL = Pattern.compile("([@\uFF20\uFE6B])(?=\\S)");

  /** {@code mailto:x}, {@code tel:1}, {@code javascript:y}. */
  private static final Pattern SCHEME = Pattern.compile("(?<=\\p{L}):(?=\\S)|:(?=/)");

  /** A number in front of a path: {@code 1.2.3.4/x}. */
  private static final Pattern NUMBERS = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b\\S*");

  /** Marks that no eye sees, such as those that turn the direction of reading. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}]");

  private static final Pattern BLANK = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");

  private StrangersText() {}

  /** The text as one line that no receiver makes anything of. */
  static String plain(String text) {
    String seen = BLANK.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ");
    String unlinked = LINK.matcher(seen).replaceAll("(link)");
    String parted = NUMBERS.matcher(unlinked).replaceAll("(link)");
    parted = DOT.matcher(parted).replaceAll("$1 ");
    parted = CALL.matcher(parted).replaceAll("$1 ");
    return SCHEME.matcher(parted).replaceAll(": ").strip();
  }
}
