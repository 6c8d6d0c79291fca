package io.tocsin.response.ack;

import org.jspecify.annotations.Nullable;

/**
 * What came of reading a link's token.
 *
 * @param reason why it is good or not
 * @param token what it allows or allowed; null where nobody can tell
 */
public record AckTokenReading(Reason reason, @Nullable AckToken token) {
  /** Why a token is good or not. */
  public enum Reason {
    GOOD,
    /** It is no token of this form. */
    MALFORMED,
    /** Whoever made it does not know our key. */
    FORGED,
    EXPIRED
  }

  static AckTokenReading refused(Reason reason) {
    return new AckTokenReading(reason, null);
  }
}
