package io.tocsin.response.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A plan's file as bytes and as text. */
final class PlanFile {
  /** A character beyond the limit is at most this many bytes away: four bytes make two of them. */
  private static final int MOST_BYTES = 3 * CrisisPlanParser.MOST_CHARACTERS + 3;

  private PlanFile() {}

  /** The file's bytes, never many more than a plan may have. */
  static byte[] bytesOf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES);
    }
  }

  /** The bytes as text; null if they are not UTF-8, which is then a problem. */
  static @Nullable String decode(byte[] bytes, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (!result.isError() || text.length() > CrisisPlanParser.MOST_CHARACTERS) {
      return text;
    }
    TextPlace place = TextPlace.after(text);
    String message = "not UTF-8: " + String.format("byte 0x%02X", bytes[in.position()]);
    problems.error(place.line(), place.column(), "", message);
    return null;
  }
}
