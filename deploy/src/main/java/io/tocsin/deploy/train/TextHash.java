package io.tocsin.deploy.train;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Knows a text again without keeping it: 64 bits of SHA-256, blanks of any kind counting as one.
 */
final class TextHash {
  private TextHash() {}

  static long of(String text) {
    try {
      String plain = text.replaceAll("[\\s\\u0085\\u00a0\\u2028\\u2029]+", " ").strip();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(plain.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
