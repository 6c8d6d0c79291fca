package io.tocsin.deploy.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void countsWhatTheScorerFinds() throws IOException {
    String right = "0\tthis is terrible\n1\tthe shop opens at nine\n2\tthis is wonderful\n";
    Path file = Files.writeString(dir.resolve("texts.tsv"), right + "0\tthis is wonderful\n");

    int exit = evaluate("--labelled", file.toString(), "--lang", "en", "--sentiment", "lexicon");

    assertThat(exit).isZero();
    assertThat(out.toString()).startsWith("lexicon-1: macro recall 83.3").contains("(4 texts)");
  }

  @Test
  void saysHowManyItCouldNotScore() throws IOException {
    Path file = Files.writeString(dir.resolve("texts.tsv"), "1\tvad kostar det\n");

    evaluate("--labelled", file.toString(), "--lang", "sv", "--sentiment", "lexicon");

    assertThat(out.toString()).contains("unscored: 1");
  }

  @Test
  void namesTheLineThatHasNoLabel() throws IOException {
    Path file = Files.writeString(dir.resolve("texts.tsv"), "0\tbad\nfine\n");

    assertThat(evaluate("--labelled", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("texts.tsv line 2").contains("'fine'");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Path file = Files.writeString(dir.resolve("texts.tsv"), "");

    assertThat(evaluate("--labelled", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("no texts");
  }

  private int evaluate(String... arguments) {
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    String[] whole = new String[arguments.length + 1];
    whole[0] = "evaluate";
    System.arraycopy(arguments, 0, whole, 1, arguments.length);
    return command.execute(whole);
  }
}
