package io.tocsin.deploy.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.linear.LinearScorer;
import io.tocsin.scoring.linear.ModelReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With the real e5, on a few hundred short texts. */
class AdaptCommandTest {
  private static final int TEXTS = 180;
  private static final Pattern RECALLS =
      Pattern.compile("agreement with e5 +(\\S+) ± \\S+ +(\\S+) ± \\S+ +(\\d+) texts");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> texts = BrandWorld.texts(TEXTS);
  private Path textsFile;
  private Path base;
  private Path model;

  @BeforeEach
  void write() throws Exception {
    textsFile = Files.write(folder.resolve("texts.txt"), texts);
    base = Files.write(folder.resolve("base.tlm"), BrandWorld.base());
    model = folder.resolve("model.tlm");
  }

  private int adapt(Object... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("adapt", "--texts", textsFile.toString(), "--base", base.toString()));
    arguments.addAll(List.of("--out", model.toString()));
    List.of(more).forEach(argument -> arguments.add(argument.toString()));
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(arguments.toArray(String[]::new));
  }

  /** Labels of the brand's texts, as people who see the world this way would give them. */
  private Path labelled(IntUnaryOperator label) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      lines.add(label.applyAsInt(i % 3) + "\t" + texts.get(i));
    }
    return Files.write(folder.resolve("labelled.tsv"), lines);
  }

  private List<String> names() throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private SentimentLabel saysOf(Path file, String text) {
    try (LinearScorer scorer = new LinearScorer(ModelReader.read(file))) {
      return scorer.score(text, "en").label();
    }
  }

  @Test
  void teachesTheBrandsWordsFromItsTextsAlone() throws Exception {
    assertThat(adapt()).as(err.toString()).isZero();
    Matcher recalls = RECALLS.matcher(out.toString());
    assertThat(recalls.find()).as(out.toString()).isTrue();
    double before = Double.parseDouble(recalls.group(1));
    double after = Double.parseDouble(recalls.group(2));
    assertThat(after).isGreaterThan(before + 20);
    assertThat(Integer.parseInt(recalls.group(3))).isBetween(TEXTS / 8, TEXTS / 3);
    assertThat(out.toString())
        .contains("180 texts, e5 reads them", "pass 3 of 3", "e5 is the measure");
    String said = "my boss says that the new router is ";
    assertThat(saysOf(model, said + "superb")).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(saysOf(model, said + "dreadful")).isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(ModelReader.read(model).version()).matches("small-adapted-[0-9a-f]{8}");
    assertThat(names()).containsExactly("base.tlm", "model.tlm", "texts.txt");
    // What the model knew before.
    assertThat(saysOf(model, "I hate this, so sad and angry")).isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(saysOf(model, "I love this, so happy and glad")).isEqualTo(SentimentLabel.POSITIVE);
  }

  @Test
  void givesTheSameBytesAgain() throws Exception {
    adapt();
    byte[] first = Files.readAllBytes(model);
    adapt();
    assertThat(model).hasBinaryContent(first);
  }

  @Test
  void measuresByPeoplesLabelsWhereTheyAreGiven() throws Exception {
    assertThat(adapt("--labelled", labelled(label -> label))).as(err.toString()).isZero();
    assertThat(out.toString()).contains("labels by people").doesNotContain("e5 is the measure");
  }

  @Test
  void refusesAModelThatPoisonedLabelsMadeWorse() throws Exception {
    Files.writeString(model, "what was there before");
    Files.write(base, BrandWorld.knowing(texts));
    Path poison = labelled(label -> 0);
    assertThat(adapt("--labelled", poison)).as(out.toString()).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("tocsin: nothing is written, because the new model is worse by");
    assertThat(model).hasContent("what was there before");
    assertThat(names()).containsExactly("base.tlm", "labelled.tsv", "model.tlm", "texts.txt");
  }

  @Test
  void tellsInOneLineWhatIsWrongAndWritesNothing() throws Exception {
    Files.writeString(textsFile, "the one text that there is\n");
    assertThat(adapt()).isEqualTo(2);
    Files.write(textsFile, new byte[] {'a', '\n', (byte) 0xC3, '\n'});
    assertThat(adapt()).isEqualTo(2);
    Files.write(textsFile, texts);
    assertThat(adapt("--labelled", textsFile)).isEqualTo(2);
    Files.writeString(base, "no model");
    assertThat(adapt()).isEqualTo(2);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("holds 1 English texts, and fewer than 100"),
            line -> assertThat(line).contains("texts.txt line 2: not UTF-8: byte 0xC3"),
            line -> assertThat(line).contains("texts.txt line 1: '0', '1' or '2', a tab"),
            line -> assertThat(line).contains("base.tlm: is no model file of Tocsin"));
    assertThat(names()).containsExactly("base.tlm", "texts.txt");
  }
}
