package io.tocsin.response.ack;

import org.jspecify.annotations.Nullable;

/**
 * What a receiver's webhook tells.
 *
 * @param reason whether somebody acknowledged
 * @param detail the same in words
 * @param wish who wants to take what; null unless somebody acknowledged
 */
public record HookReading(Reason reason, String detail, @Nullable AckWish wish) {
  /** Whether somebody acknowledged. */
  public enum Reason {
    ACKNOWLEDGED,
    /** Something else happened, such as an alarm or its end. */
    OTHER_NEWS,
    /** Somebody acknowledged what is none of our alarms. */
    NOT_OURS,
    /** It is not what this receiver sends. */
    MALFORMED
  }

  static HookReading acknowledged(String alertKey, String person) {
    AckWish wish = AckWish.about(alertKey, person);
    return wish == null
        ? new HookReading(Reason.NOT_OURS, "no alarm of Tocsin: " + alertKey, null)
        : new HookReading(Reason.ACKNOWLEDGED, "acknowledged by " + person, wish);
  }

  static HookReading otherNews(String what) {
    return new HookReading(Reason.OTHER_NEWS, "no acknowledgement: " + what, null);
  }

  static HookReading malformed(String why) {
    return new HookReading(Reason.MALFORMED, why, null);
  }
}
