package io.tocsin.deploy.teacher;

import io.tocsin.deploy.host.WholeFile;
import io.tocsin.scoring.Sentiment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
      "The three are probabilities where the classes are equally common. A text takes 4 to 8 ms of CPU"
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
    SoftLabelLines labels = new SoftLabelLines();
    int labelled = 0;
    try (E5Teacher teacher = E5Teacher.open(head)) {
      for (String text : texts) {
        Optional<Sentiment> said = teacher.label(text);
        said.ifPresent(sentiment -> labels.add(probabilities(sentiment), text));
        labelled += said.isPresent() ? 1 : 0;
        progress.advance();
      }
    }
    WholeFile.write(out, labels.toBytes());
    terminal.println(
        String.format(
            Locale.ROOT,
            "%,d texts labelled, %,d left out because they are in another language, written to %s",
            labelled,
            texts.size() - labelled,
            out));
    return ExitCode.OK;
  }

  private static float[] probabilities(Sentiment said) {
    return new float[] {said.negative(), said.neutral(), said.positive()};
  }
}
