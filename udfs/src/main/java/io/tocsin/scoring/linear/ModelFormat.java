package io.tocsin.scoring.linear;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What reader and writer of model files share. A file is
 *
 * <pre>
 * magic 8 bytes | format 4 | length of the whole file 8 | name | number of models 4
 * then each model: length of what follows 4 | CRC-32 of it 4 | task | language | kind 1 | bits 1 |
 *   number of outputs 1 | output names | biases 4 each | scale 4 | weights
 * </pre>
 *
 * Numbers are big-endian; a text is its length in two bytes and its UTF-8. Weights are bytes in the
 * order of the buckets; a byte 0 is followed by how many more zeros there are, in seven bits a
 * byte, lowest first.
 */
final class ModelFormat {
  static final byte[] MAGIC = "TOCSINLM".getBytes(StandardCharsets.US_ASCII);
  static final int FORMAT = 1;
  static final int LENGTH_AT = MAGIC.length + Integer.BYTES;
  static final int SEVEN_BITS = 0x7f;
  static final int MORE = 0x80;
  private static final int CHECKSUM_BYTES = 4;

  private ModelFormat() {}

  static String checksum(byte[] file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
      return HexFormat.of().formatHex(digest, 0, CHECKSUM_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
