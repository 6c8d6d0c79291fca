package io.tocsin.response.ack;

import io.tocsin.response.secret.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Whether a webhook comes from whoever knows our secret; compared in constant time. */
public enum Signing {
  GOOD,
  MISSING,
  WRONG;

  private static final String BEARER = "Bearer ";

  /**
   * Judges a list of signatures {@code v1=hex,v1=hex}, each an HMAC-SHA256 of the body. While a
   * secret is being changed there are two, and one that is good is enough.
   */
  static Signing ofHmac(String secret, String body, @Nullable String signatures) {
    if (signatures == null || signatures.isBlank()) {
      return MISSING;
    }
    String expected = "v1=" + HexFormat.of().formatHex(Hmac.sha256(secret, body));
    boolean good = false;
    for (String signature : signatures.split(",", -1)) {
      good |= same(expected, signature.strip());
    }
    return good ? GOOD : WRONG;
  }

  /** Judges the header {@code Authorization: Bearer secret} (RFC 6750). */
  static Signing ofBearer(String secret, @Nullable String authorization) {
    if (authorization == null || authorization.isBlank()) {
      return MISSING;
    }
    return same(BEARER + secret, authorization.strip()) ? GOOD : WRONG;
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
