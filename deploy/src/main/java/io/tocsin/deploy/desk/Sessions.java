package io.tocsin.deploy.desk;

import io.tocsin.response.secret.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tickets that the desk's token is traded for, so that a browser need not keep the token: {@code
 * end.signature}, the end in epoch seconds, the signature an HMAC-SHA256 under the token. Nothing
 * is kept: a ticket outlives a restart of the desk, and ends with the token.
 */
final class Sessions {
  /** A shift; an open page renews it. */
  static final Duration LENGTH = Duration.ofHours(12);

  /** Nothing else that is signed with the token can pass for a ticket. */
  private static final String PURPOSE = "tocsin-desk-session-1\n";

  private static final Pattern TICKET = Pattern.compile("(\\d{1,12})\\.([0-9a-f]{64})");

  private final String token;

  Sessions(String token) {
    this.token = token;
  }

  /** A new ticket. */
  String open(Instant now) {
    String end = String.valueOf(now.plus(LENGTH).getEpochSecond());
    return end + "." + signature(end);
  }

  /** Whether this is a ticket of ours that has not ended; compared in constant time. */
  boolean admits(String ticket, Instant now) {
    Matcher parts = TICKET.matcher(ticket);
    return parts.matches()
        && isSame(signature(parts.group(1)), parts.group(2))
        && now.getEpochSecond() < Long.parseLong(parts.group(1));
  }

  private String signature(String end) {
    return HexFormat.of().formatHex(Hmac.sha256(token, PURPOSE + end));
  }

  /** Compares in a time that does not tell where they differ. */
  static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
