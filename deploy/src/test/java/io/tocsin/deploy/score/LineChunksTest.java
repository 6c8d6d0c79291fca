package io.tocsin.deploy.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineChunksTest {
  private static final int CHUNK = 16;

  @Test
  void cutsOnlyBehindLineEnds() throws IOException {
    assertThat(chunks("one\ntwo\nthree is long\nfour"))
        .containsExactly("one\ntwo\n", "three is long\n", "four");
  }

  @Test
  void givesNothingForNothing() throws IOException {
    assertThat(chunks("")).isEmpty();
  }

  @Test
  void leavesTheByteOrderMarkOutAtTheStartOnly() throws IOException {
    assertThat(String.join("", chunks("\uFEFFone\n\uFEFFtwo\n"))).isEqualTo("one\n\uFEFFtwo\n");
  }

  @Test
  void growsForALineThatIsLongerThanAChunk() throws IOException {
    String line = "x".repeat(10 * CHUNK) + "\n";
    assertThat(String.join("", chunks("a\n" + line + "b\n"))).isEqualTo("a\n" + line + "b\n");
  }

  @Test
  void keepsOneByteMoreThanTheLongestLineAndGoesOnBehindIt() throws IOException {
    String longest = "x".repeat(LineChunks.LONGEST_LINE);
    String endless = "y".repeat(3 * LineChunks.LONGEST_LINE);

    List<String> lines =
        String.join("", chunks(longest + "\n" + endless + "\nnext\n" + endless)).lines().toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo(longest);
    assertThat(lines.get(1)).matches("y+").hasSizeGreaterThan(LineChunks.LONGEST_LINE);
    assertThat(lines.get(2)).isEqualTo("next");
    assertThat(lines.get(3)).matches("y+").hasSizeGreaterThan(LineChunks.LONGEST_LINE);
  }

  @Test
  void boundsItsMemoryWhateverComes() throws IOException {
    LineChunks endless = new LineChunks(new Endless(20L * LineChunks.LONGEST_LINE), CHUNK);
    Chunk chunk = endless.next();
    assertThat(chunk).isNotNull();
    assertThat(chunk.bytes().length).isLessThan(2 * LineChunks.LONGEST_LINE);
  }

  @Test
  void answersAPersonWhoTypesALineAtATime() throws IOException {
    LineChunks typed = new LineChunks(new Typed("first\n", "second\n"), 1 << 10);
    assertThat(read(typed)).containsExactly("first\n", "second\n");
  }

  @Test
  void losesNoByteHoweverTheInputComes() throws IOException {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(400); i > 0; i--) {
        text.append(random.nextInt(6) == 0 ? '\n' : (char) ('a' + random.nextInt(26)));
      }
      LineChunks chunks = new LineChunks(new Dribble(text.toString(), random), CHUNK);
      assertThat(String.join("", read(chunks))).as("seed " + seed).isEqualTo(text.toString());
    }
  }

  private static List<String> chunks(String text) throws IOException {
    return read(new LineChunks(new ByteArrayInputStream(utf8(text)), CHUNK));
  }

  private static List<String> read(LineChunks chunks) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
      texts.add(textOf(chunk));
    }
    return texts;
  }

  private static String textOf(Chunk chunk) {
    return new String(
        chunk.bytes(), chunk.from(), chunk.to() - chunk.from(), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** One line without an end, longer than memory should be. */
  private static final class Endless extends InputStream {
    private long left;

    private Endless(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read chunks");
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      int given = (int) Math.min(left, length);
      Arrays.fill(bytes, from, from + given, (byte) 'z');
      left -= given;
      return given == 0 ? -1 : given;
    }
  }

  /** What a terminal gives: a line a read, and nothing waits behind it. */
  private static final class Typed extends InputStream {
    private final List<String> lines;

    private Typed(String... lines) {
      this.lines = new ArrayList<>(List.of(lines));
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read lines");
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (lines.isEmpty()) {
        return -1;
      }
      byte[] line = utf8(lines.remove(0));
      System.arraycopy(line, 0, bytes, from, line.length);
      return line.length;
    }
  }

  /** Gives as little as it likes, and says that anything or nothing waits. */
  private static final class Dribble extends InputStream {
    private final ByteArrayInputStream bytes;
    private final Random random;

    private Dribble(String text, Random random) {
      this.bytes = new ByteArrayInputStream(utf8(text));
      this.random = random;
    }

    @Override
    public int available() {
      return random.nextBoolean() ? bytes.available() : 0;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int from, int length) {
      return bytes.read(target, from, Math.min(length, 1 + random.nextInt(40)));
    }
  }
}
