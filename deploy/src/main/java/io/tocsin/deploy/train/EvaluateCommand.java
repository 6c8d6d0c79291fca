package io.tocsin.deploy.train;

import io.tocsin.deploy.cli.ScorerOptions;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Holds a scorer against texts whose sentiment people have told.",
      "Errors are standard errors by the bootstrap. An unscored text counts as neutral."
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--labelled",
      required = true,
      paramLabel = "FILE",
      description = "A text a line: 0 (negative), 1 (neutral) or 2 (positive), a tab, the text.")
  @SuppressWarnings("NullAway.Init")
  private Path labelled;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "Language of all texts, such as en (default: each text must tell).")
  private @Nullable String language;

  @Mixin private ScorerOptions scorer = new ScorerOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  @Override
  public Integer call() {
    List<TrainingText> texts = LabelledFile.labels(labelled, "");
    if (texts.isEmpty()) {
      throw new BadInputException(labelled + ": no texts");
    }
    PrintWriter terminal = spec.commandLine().getOut();
    try (SentimentScorer opened = ScorerOptions.open(scorer.chosen())) {
      List<Prediction> predictions = new ArrayList<>();
      int unscored = 0;
      for (TrainingText text : texts) {
        Sentiment said = opened.score(text.text(), language);
        unscored += said.label() == SentimentLabel.UNSCORED ? 1 : 0;
        predictions.add(prediction(text, said));
      }
      terminal.println(opened.model() + ": " + Evaluation.of(predictions));
      if (unscored > 0) {
        terminal.println(String.format(Locale.ROOT, "unscored: %,d", unscored));
      }
      terminal.flush();
    }
    return ExitCode.OK;
  }

  private static Prediction prediction(TrainingText text, Sentiment said) {
    int label = 0;
    while (text.targets()[label] != 1) {
      label++;
    }
    return new Prediction(label, said.negative(), said.neutral(), said.positive());
  }
}
