package io.tocsin.deploy.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.deploy.cli.ErrorLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoreCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter terminal = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void writesOneObjectALineInTheOrderOfTheInput() throws IOException {
    assertThat(score("this is terrible\nI love this\n", "--model", "lexicon", "--lang", "en"))
        .isZero();
    assertThat(lines().get(0))
        .matches(
            "\\{\"label\":\"negative\",\"negative\":0\\.\\d{4},\"neutral\":0\\.\\d{4},"
                + "\"positive\":0\\.\\d{4},\"language\":\"en\",\"model\":\"lexicon-1\"}");
    assertThat(labels()).containsExactly("negative", "positive");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void writesProbabilitiesThatSumToOne() throws IOException {
    score("this is terrible\nI love this\nthe shop opens at nine\n", "--lang", "en");
    for (String line : lines()) {
      JsonNode row = JSON.readTree(line);
      double sum =
          row.get("negative").asDouble()
              + row.get("neutral").asDouble()
              + row.get("positive").asDouble();
      assertThat(sum).as(line).isBetween(0.9998, 1.0002);
    }
  }

  @Test
  void saysWhyALineIsUnscored() throws IOException {
    byte[] input = "\n \t\nhabari ya leo\nbad \u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(score(input, "--model", "lexicon", "--lang", "sw")).isZero();
    assertThat(labels()).containsOnly("unscored").hasSize(4);
    assertThat(reasons())
        .containsExactly(
            "empty line",
            "empty line",
            "nothing that this model can score in language sw",
            "not UTF-8: byte 0xFF at offset 4");
    assertThat(JSON.readTree(lines().get(3)).get("negative").asDouble()).isZero();
  }

  @Test
  void refusesALineThatIsTooLongAndGoesOn() throws IOException {
    score("x".repeat(LineChunks.LONGEST_LINE + 1) + "\nI love this\n", "--lang", "en");
    assertThat(labels()).containsExactly("unscored", "positive");
    assertThat(reasons()).startsWith("longer than 1048576 bytes");
  }

  @Test
  void readsTheLinesOfEverySystem() throws IOException {
    score("\uFEFFI love this\r\n\r\nI love this", "--lang", "en");
    assertThat(labels()).containsExactly("positive", "unscored", "positive");
    assertThat(reasons()).contains("empty line");
  }

  @Test
  void writesNothingForNothing() {
    assertThat(score("")).isZero();
    assertThat(out.size()).isZero();
  }

  @Test
  void writesIntoAFileAndSaysHowMuch() throws IOException {
    Path file = folder.resolve("scores.jsonl");
    assertThat(score("I love this\n\n", "--lang", "en", "--out", file.toString())).isZero();
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(terminal.toString()).startsWith("2 texts in ").contains("1 unscored");
    assertThat(out.size()).isZero();
  }

  @Test
  void namesAWrongScorerLanguageOrNumberOfThreadsInOneLine() {
    assertThat(score("", "--model", "oracle")).isEqualTo(2);
    assertThat(score("", "--lang", "42")).isEqualTo(2);
    assertThat(score("", "--threads", "0")).isEqualTo(2);
    assertThat(score("", "--out", folder.resolve("none/x").toString())).isEqualTo(2);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("no scorer 'oracle'; there are: "),
            line -> assertThat(line).contains("--lang is no language tag such as en: '42'"),
            line -> assertThat(line).contains("--threads is not from 1 to 256: 0"),
            line -> assertThat(line).contains("none/x: no such file or folder"));
  }

  @Test
  void givesALineForALineWhateverTheBytes() throws IOException {
    for (long seed = 0; seed < 100; seed++) {
      byte[] input = randomBytes(new Random(seed));
      out.reset();
      assertThat(score(input, "--lang", "en", "--threads", "4")).as("seed " + seed).isZero();
      List<byte[]> expected = split(input);
      List<String> lines = lines();
      assertThat(lines).as("seed " + seed).hasSameSizeAs(expected);
      for (int i = 0; i < lines.size(); i++) {
        String reason = JSON.readTree(lines.get(i)).path("reason").asText();
        assertThat(reason.startsWith("not UTF-8"))
            .as("seed %d, line %d, %s", seed, i, reason)
            .isEqualTo(!isUtf8(expected.get(i)));
      }
    }
  }

  /** Mostly text, with broken, overlong and surrogate sequences and line ends in it. */
  private static byte[] randomBytes(Random random) {
    byte[][] pieces = {
      {(byte) 0xC0, (byte) 0x80},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0xF0},
      {'\n'},
      {'\n'},
      {'\r', '\n'},
      {'\r'},
      {0},
      "é".getBytes(StandardCharsets.UTF_8),
      "😡".getBytes(StandardCharsets.UTF_8),
      "terrible ".getBytes(StandardCharsets.UTF_8),
      {(byte) random.nextInt(256)},
      {'"'},
      {'\\'}
    };
    ByteBuffer bytes = ByteBuffer.allocate(4_000);
    for (int i = random.nextInt(400); i > 0; i--) {
      bytes.put(pieces[random.nextInt(pieces.length)]);
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static List<byte[]> split(byte[] input) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= input.length; i++) {
      if (i == input.length ? i > from : input[i] == '\n') {
        lines.add(Arrays.copyOfRange(input, from, i));
        from = i + 1;
      }
    }
    return lines;
  }

  private static boolean isUtf8(byte[] line) {
    try {
      var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private int score(String input, String... options) {
    return score(input.getBytes(StandardCharsets.UTF_8), options);
  }

  private int score(byte[] input, String... options) {
    ErrorLine errors = new ErrorLine();
    return new CommandLine(new ScoreCommand(new ByteArrayInputStream(input), out))
        .setOut(new PrintWriter(terminal, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .execute(options);
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private List<String> labels() throws IOException {
    return texts("label");
  }

  private List<String> reasons() throws IOException {
    return texts("reason").stream().filter(reason -> !reason.isEmpty()).toList();
  }

  private List<String> texts(String field) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String line : lines()) {
      texts.add(JSON.readTree(line).path(field).asText());
    }
    return texts;
  }
}
