package io.tocsin.response.ack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tocsin.incident.Severity;
import io.tocsin.response.ack.AckTokenReading.Reason;
import io.tocsin.response.secret.Hmac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the tokens of acknowledge links: {@code payload.signature}, both base64url (<a
 * href="https://www.rfc-editor.org/rfc/rfc4648#section-5">RFC 4648, section 5</a>), the signature
 * an HMAC-SHA256 (<a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>) of a purpose and
 * the payload. The same token is always written the same, so that a page sent again is the same
 * page.
 */
public final class AckTokens {
  /** The shortest key, in characters: whoever holds a link could try out shorter ones. */
  public static final int SHORTEST_KEY = 16;

  /** Nothing else that is signed with the same key can pass for a token. */
  private static final String PURPOSE = "tocsin-ack-1\n";

  private static final int LONGEST = 2_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final String key;

  /**
   * Tokens under this key.
   *
   * @throws IllegalArgumentException if it has fewer than {@link #SHORTEST_KEY} characters
   */
  public AckTokens(String key) {
    if (key.length() < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "the key of acknowledge links has fewer than " + SHORTEST_KEY + " characters");
    }
    this.key = key;
  }

  /** The token as it stands in a link. */
  public String write(AckToken token) {
    List<Object> fields =
        List.of(
            token.incidentId(),
            token.severity(),
            token.person(),
            token.expiresAt().getEpochSecond());
    try {
      String payload = encoded(JSON.writeValueAsBytes(fields));
      return payload + "." + signature(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + fields, e);
    }
  }

  /**
   * Reads the token of a link. The signature is compared in constant time, and nothing of the
   * payload is looked at before.
   */
  public AckTokenReading read(String text, Instant now) {
    int dot = text.indexOf('.');
    if (dot < 0 || text.length() > LONGEST) {
      return AckTokenReading.refused(Reason.MALFORMED);
    }
    String payload = text.substring(0, dot);
    if (!MessageDigest.isEqual(bytes(signature(payload)), bytes(text.substring(dot + 1)))) {
      return AckTokenReading.refused(Reason.FORGED);
    }
    AckToken token = token(payload);
    if (token == null) {
      return AckTokenReading.refused(Reason.MALFORMED);
    }
    return new AckTokenReading(
        now.isBefore(token.expiresAt()) ? Reason.GOOD : Reason.EXPIRED, token);
  }

  /** Null for one of a form that this version does not know. */
  private static @Nullable AckToken token(String payload) {
    try {
      JsonNode fields = JSON.readTree(Base64.getUrlDecoder().decode(payload));
      return new AckToken(
          fields.required(0).asText(),
          Severity.valueOf(fields.required(1).asText()),
          fields.required(2).asText(),
          Instant.ofEpochSecond(fields.required(3).asLong()));
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private String signature(String payload) {
    return encoded(Hmac.sha256(key, PURPOSE + payload));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
