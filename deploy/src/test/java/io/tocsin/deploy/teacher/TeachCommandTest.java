package io.tocsin.deploy.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.scoring.NamedScorer;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TeachCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path texts;
  private Path result;

  @BeforeEach
  void name() {
    texts = folder.resolve("texts.txt");
    result = folder.resolve("result");
  }

  private int run(Object... arguments) {
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(
        List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
  }

  private List<String> names() throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void labelsEachEnglishTextOnce() throws Exception {
    Files.writeString(
        texts,
        """
        I hate this, the worst day of my life

        I love this, thank you so much for the help\r
        I hate this, the worst day of my life
        Ich habe heute nichts mehr davon gehört, und das ist auch nicht gut für mich
        ugh
        """);
    assertThat(run("teach", "label", "--texts", texts, "--out", result))
        .as(err.toString())
        .isZero();
    List<String> lines = Files.readAllLines(result);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2)).as("too short to tell its language").endsWith("\tugh");
    assertThat(lines.get(0)).matches("0\\.[5-9]\\d+\\t.*\\tI hate this, the worst day of my life");
    String[] praise = lines.get(1).split("\t", -1);
    assertThat(Double.parseDouble(praise[2])).isGreaterThan(0.5);
    assertThat(out.toString()).contains("3 texts labelled, 1 left out");
    assertThat(names()).containsExactly("result", "texts.txt");
  }

  @Test
  void namesTheLineThatIsNotUtf8AndWritesNothing() throws Exception {
    Files.write(texts, "fine\nb\u00e4d\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run("teach", "label", "--texts", texts, "--out", result)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "tocsin: " + texts + " line 2: not UTF-8: byte 0xE4 at offset 1");
    assertThat(names()).containsExactly("texts.txt");
  }

  @Test
  void tellsInOneLineWhatIsMissing() throws Exception {
    assertThat(run("teach")).isEqualTo(2);
    assertThat(run("teach", "label", "--texts", texts, "--out", result)).isEqualTo(2);
    Files.writeString(texts, "\n\n");
    assertThat(run("teach", "label", "--texts", texts, "--out", result)).isEqualTo(2);
    assertThat(run("teach", "label", "--texts", texts, "--out", folder)).isEqualTo(2);
    assertThat(run("teach", "label", "--texts", texts, "--out", folder.resolve("a/b")))
        .isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(5)
        .anySatisfy(line -> assertThat(line).contains("which verb: label or head?"))
        .anySatisfy(line -> assertThat(line).contains("cannot read " + texts + ": no such file"))
        .anySatisfy(line -> assertThat(line).contains(texts + ": holds no text"))
        .anySatisfy(line -> assertThat(line).contains("it is a folder"))
        .anySatisfy(line -> assertThat(line).contains("takes no files"));
  }

  @Test
  void teachesAHeadThatTheScorerThenUses() throws Exception {
    StringBuilder labelled = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      labelled
          .append("0\tthis is awful, number ")
          .append(i)
          .append(" broke again\n")
          .append("1\ttrain ")
          .append(i)
          .append(" leaves from platform two\n")
          .append("2\tlovely, number ")
          .append(i)
          .append(" made my day\n");
    }
    Files.writeString(texts, labelled);
    Path softLabels = folder.resolve("soft");
    int status =
        run(
            "teach",
            "head",
            "--labelled",
            texts,
            "--judge",
            texts,
            "--name",
            "mine",
            "--labels-out",
            softLabels,
            "--out",
            result);
    assertThat(status).as(err.toString()).isZero();
    assertThat(out.toString()).contains("macro recall 100.0");
    assertThat(Files.readAllLines(softLabels)).hasSize(60);
    try (SentimentScorer scorer = new NamedScorer("e5", result.toString()).create()) {
      assertThat(scorer.model()).startsWith("mine-");
      assertThat(scorer.score("this is awful, it broke", "en").label())
          .isEqualTo(SentimentLabel.NEGATIVE);
    }
  }
}
