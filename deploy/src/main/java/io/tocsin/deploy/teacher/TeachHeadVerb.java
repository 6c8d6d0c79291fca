package io.tocsin.deploy.teacher;

import io.tocsin.deploy.host.UserException;
import io.tocsin.deploy.host.WholeFile;
import io.tocsin.deploy.train.ClassBalance;
import io.tocsin.deploy.train.Evaluation;
import io.tocsin.deploy.train.LabelledFile;
import io.tocsin.deploy.train.Prediction;
import io.tocsin.deploy.train.TrainingText;
import io.tocsin.scoring.ScorerUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code teach head}. */
@Command(
    name = "head",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the head of e5 on texts that people labelled, a text a line: 0 (negative), 1"
          + " (neutral) or 2 (positive), a tab, the text. The classes count alike.",
      ""
    })
final class TeachHeadVerb implements Callable<Integer> {
  /** Of the middle and the end of the network; see RATIONALE.md. */
  private static final List<Integer> LAYERS = List.of(12, 10, 8);

  private static final String GROUP = "en";

  @Option(
      names = "--labelled",
      required = true,
      paramLabel = "FILE",
      description = "Labelled English texts to learn from; may be given more than once.")
  private List<Path> labelled = new ArrayList<>();

  @Option(
      names = "--judge",
      paramLabel = "FILE",
      description = "Labelled texts to measure the head by; it learns nothing from them.")
  private @Nullable Path judge;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "e5-1",
      description = "What to call the head (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Option(
      names = "--labels-out",
      paramLabel = "FILE",
      description =
          "Also writes soft labels of the texts, each by a head that did not see it: for the fast"
              + " model.")
  private @Nullable Path labelsOut;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The head.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    WholeFile.requireWritable(out);
    if (labelsOut != null) {
      WholeFile.requireWritable(labelsOut);
    }
    PrintWriter terminal = spec.commandLine().getOut();
    List<TrainingText> texts = readAll(labelled);
    List<TrainingText> judges = judge == null ? List.of() : LabelledFile.labels(judge, GROUP);
    try (E5Encoder encoder = E5Encoder.open(LAYERS)) {
      List<float[]> numbers = encode(encoder, texts, terminal);
      List<TrainingText> balanced = ClassBalance.of(texts, 1);
      byte[] file = E5HeadTrainer.train(name, LAYERS, numbers, balanced);
      if (!judges.isEmpty()) {
        E5Head head = E5HeadFile.read(file);
        terminal.println(judged(head, encode(encoder, judges, terminal), judges));
      }
      if (labelsOut != null) {
        writeLabels(labelsOut, numbers, balanced);
      }
      WholeFile.write(out, file);
      terminal.println("trained on " + texts.size() + " texts, written to " + out);
      return ExitCode.OK;
    } catch (ScorerUnavailableException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<TrainingText> readAll(List<Path> files) {
    List<TrainingText> texts = new ArrayList<>();
    for (Path file : files) {
      texts.addAll(LabelledFile.labels(file, GROUP));
    }
    return texts;
  }

  private static List<float[]> encode(
      E5Encoder encoder, List<TrainingText> texts, PrintWriter terminal) {
    TellProgress progress = new TellProgress(terminal, "read by e5", texts.size());
    List<float[]> numbers = new ArrayList<>(texts.size());
    for (TrainingText text : texts) {
      numbers.add(encoder.encode(text.text()));
      progress.advance();
    }
    return numbers;
  }

  private static Evaluation judged(E5Head head, List<float[]> numbers, List<TrainingText> texts) {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      float[] said = head.judge(numbers.get(i));
      predictions.add(new Prediction(texts.get(i).likeliest(), said[0], said[1], said[2]));
    }
    return Evaluation.of(predictions);
  }

  private static void writeLabels(Path file, List<float[]> numbers, List<TrainingText> texts) {
    List<float[]> said = Folds.judge(LAYERS, numbers, texts);
    SoftLabelLines labels = new SoftLabelLines();
    for (int i = 0; i < texts.size(); i++) {
      labels.add(said.get(i), texts.get(i).text());
    }
    WholeFile.write(file, labels.toBytes());
  }
}
