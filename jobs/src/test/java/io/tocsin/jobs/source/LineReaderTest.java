package io.tocsin.jobs.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
  @Test
  void endsLinesAtLineFeedsAndAtTheEnd() throws IOException {
    assertThat(lines("one\ntwo\r\n\nfour")).containsExactly("one", "two", "", "four");
    assertThat(lines("one\n")).containsExactly("one");
    assertThat(lines("a\rb\n")).containsExactly("a\rb");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void tellsWhereEachLineBegins() throws IOException {
    LineReader reader = reader("one\r\ntwo\n".getBytes(ISO_8859_1), 100);

    reader.readLine();
    assertThat(reader.position()).isEqualTo(105);
    reader.readLine();
    assertThat(reader.position()).isEqualTo(109);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void givesBackAnyBytesOfAnyLength(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> written = new ArrayList<>();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < 40; i++) {
      byte[] line = line(random);
      written.add(new String(line, ISO_8859_1));
      file.write(line);
      file.writeBytes(new byte[] {'\r', '\n'});
    }

    assertThat(lines(file.toString(ISO_8859_1))).as("seed %d", seed).isEqualTo(written);
  }

  private static byte[] line(Random random) {
    int length = random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(300);
    byte[] line = new byte[length];
    random.nextBytes(line);
    for (int i = 0; i < length; i++) {
      line[i] = line[i] == '\n' ? (byte) 0xFF : line[i];
    }
    return line;
  }

  private static List<String> lines(String file) throws IOException {
    List<String> lines = new ArrayList<>();
    LineReader reader = reader(file.getBytes(ISO_8859_1), 0);
    for (byte[] line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(new String(line, ISO_8859_1));
    }
    assertThat(reader.position()).isEqualTo(file.length());
    return lines;
  }

  private static LineReader reader(byte[] bytes, long position) {
    InputStream shortReads =
        new ByteArrayInputStream(bytes) {
          @Override
          public int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 7_777));
          }
        };
    return new LineReader(shortReads, position);
  }
}
