package io.tocsin.deploy.desk;

import io.tocsin.deploy.desk.AckVerdict.Reason;
import io.tocsin.incident.Severity;
import io.tocsin.response.ack.AckToken;
import io.tocsin.response.ack.AckTokenReading;
import io.tocsin.response.ack.AckTokens;
import io.tocsin.response.ack.AckWish;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the link of a page acknowledges. It stands for the person whom the page went to, once: an
 * incident that this person has taken already is taken, and nothing is written again. A link does
 * not take what has become worse since its page: whoever clicks has not been told.
 */
final class AckLink {
  private AckLink() {}

  /**
   * Judges a link.
   *
   * @param happenings what is going on
   * @param tokens reads the token; null where the desk has no key
   * @param text the token as it stands in the link
   * @param now wall-clock time
   */
  static AckVerdict judge(
      Happenings happenings, @Nullable AckTokens tokens, String text, Instant now) {
    if (tokens == null) {
      return AckVerdict.refused(Reason.NO_LINKS, "this desk has no key for links of pages");
    }
    AckTokenReading reading = tokens.read(text, now);
    return switch (reading.reason()) {
      case GOOD -> judge(happenings, wishOf(Objects.requireNonNull(reading.token())), now);
      case EXPIRED ->
          AckVerdict.refused(Reason.LINK_EXPIRED, "this link has expired; use a newer page");
      case MALFORMED, FORGED ->
          AckVerdict.refused(Reason.BAD_LINK, "this is no link of a page, or not the whole of it");
    };
  }

  /** Judges what a person wished at a receiver, as if by the link of the page. */
  static AckVerdict judge(Happenings happenings, AckWish wish, Instant now) {
    IncidentCard card = happenings.open(wish.incidentId());
    if (card != null && isTakenBy(card, wish.person())) {
      return AckVerdict.refused(Reason.ALREADY_YOURS, wish.person() + " has acknowledged already");
    }
    if (card != null && card.incident().severity().compareTo(wish.severity()) > 0) {
      return AckVerdict.refused(Reason.OUTGROWN, outgrown(wish.severity(), card));
    }
    return AckVerdict.judge(happenings, wish.incidentId(), wish.person(), now);
  }

  private static AckWish wishOf(AckToken token) {
    return new AckWish(token.incidentId(), token.severity(), token.person());
  }

  private static boolean isTakenBy(IncidentCard card, String person) {
    return person.equals(card.takenBy());
  }

  private static String outgrown(Severity then, IncidentCard card) {
    return "this page was about a %s, and it is %s now; acknowledge on the live page"
        .formatted(word(then), word(card.incident().severity()));
  }

  private static String word(Severity severity) {
    return AckPage.word(severity);
  }
}
