package io.tocsin.deploy.teacher;

import io.tocsin.deploy.cli.ScorerOptions;
import io.tocsin.deploy.host.WholeFile;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code teach label}. */
@Command(
    name = "label",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what e5 thinks of each English text, once a text:",
      "",
      "  negative TAB neutral TAB positive TAB text",
      "",
      "The three are probabilities where the classes are equally common. A text takes about 4 ms"
          + " on a quiet machine; one thread works."
    })
final class TeachLabelVerb implements Callable<Integer> {
  @Option(
      names = "--texts",
      required = true,
      paramLabel = "FILE",
      description = "Texts, one a line, UTF-8.")
  @SuppressWarnings("NullAway.Init")
  private Path textsFile;

  @Option(
      names = "--head",
      paramLabel = "FILE",
      description = "A head from 'teach head' (default: the one that ships with Tocsin).")
  private @Nullable Path head;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The soft labels.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    WholeFile.requireWritable(out);
    List<String> texts = TextsFile.read(textsFile);
    PrintWriter terminal = spec.commandLine().getOut();
    TellProgress progress = new TellProgress(terminal, "judged by e5", texts.size());
    SoftLabels labels = new SoftLabels();
    int unscored = 0;
    try (SentimentScorer e5 = ScorerOptions.open(ScorerOptions.named("e5", head))) {
      for (String text : texts) {
        Sentiment said = e5.score(text, null);
        if (said.label() == SentimentLabel.UNSCORED) {
          unscored++;
        } else {
          labels.add(new float[] {said.negative(), said.neutral(), said.positive()}, text);
        }
        progress.advance();
      }
    }
    WholeFile.write(out, labels.toBytes());
    terminal.println(
        String.format(
            Locale.ROOT,
            "%,d texts labelled, %,d left out because they are not English, written to %s",
            texts.size() - unscored,
            unscored,
            out));
    return ExitCode.OK;
  }
}
