package io.tocsin.deploy.adapt;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.UserException;
import io.tocsin.deploy.host.WholeFile;
import io.tocsin.deploy.teacher.E5Teacher;
import io.tocsin.deploy.teacher.TellProgress;
import io.tocsin.deploy.teacher.TextsFile;
import io.tocsin.deploy.train.LabelledFile;
import io.tocsin.deploy.train.TrainingText;
import io.tocsin.scoring.linear.ModelBundle;
import io.tocsin.scoring.linear.ModelFileException;
import io.tocsin.scoring.linear.ModelReader;
import io.tocsin.scoring.linear.ShippedModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code adapt}. */
@Command(
    name = "adapt",
    mixinStandardHelpOptions = true,
    description = {
      "Fits the fast model to a brand's own English texts: e5 labels them, people's labels are"
          + " mixed in where given, and the shipped model learns from both. A fifth of the texts is"
          + " held back to compare the model before and after; a model that is worse by any measure"
          + " is not written.",
      "",
      "Use the result with --sentiment fast --sentiment-model FILE.",
      ""
    })
public final class AdaptCommand implements Callable<Integer> {
  private static final int FEWEST_TEXTS = 100;

  @Option(
      names = "--texts",
      required = true,
      paramLabel = "FILE",
      description = "The brand's texts, one a line, UTF-8; some thousands serve well.")
  @SuppressWarnings("NullAway.Init")
  private Path texts;

  @Option(
      names = "--labelled",
      paramLabel = "FILE",
      description =
          "Texts that people labelled, a text a line: 0 (negative), 1 (neutral) or 2 (positive), a"
              + " tab, the text.")
  private @Nullable Path labelled;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "The model to start from (default: the one that ships with Tocsin).")
  private @Nullable Path base;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new model.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    WholeFile.requireWritable(out);
    ModelBundle start = readBase();
    List<TaughtText> taught = askTeacher(readTexts());
    Parting parts = Parting.of(taught);
    Adaptation adaptation =
        Adaptation.of(
            start,
            parts.training(),
            parts.heldBack(),
            (pass, passes) -> say("  pass %d of %d over the texts".formatted(pass, passes)));
    report(start, adaptation);
    requireNoWorse(adaptation);
    WholeFile.write(out, adaptation.file());
    say("written to %s: %s".formatted(out, adaptation.version()));
    return ExitCode.OK;
  }

  private ModelBundle readBase() {
    try {
      ModelBundle bundle = base == null ? ShippedModel.read() : ModelReader.read(base);
      if (bundle.entries().stream().noneMatch(Adaptation::isEnglishSentiment)) {
        throw new BadInputException(base + ": holds no model of English sentiment");
      }
      return bundle;
    } catch (ModelFileException e) {
      throw new BadInputException(String.valueOf(e.getMessage()), e);
    }
  }

  /** All texts, each once, with the label that a person gave; the last label stands. */
  private Map<String, @Nullable Integer> readTexts() {
    Map<String, @Nullable Integer> all = new LinkedHashMap<>();
    TextsFile.read(texts).forEach(text -> all.put(text, null));
    if (labelled != null) {
      for (TrainingText text : LabelledFile.labels(labelled, TaughtText.ENGLISH)) {
        all.put(text.text().strip(), text.likeliest());
      }
    }
    return all;
  }

  private List<TaughtText> askTeacher(Map<String, @Nullable Integer> all) {
    say("%,d texts, e5 reads them one by one".formatted(all.size()));
    TellProgress progress = new TellProgress(terminal(), "judged by e5", all.size());
    List<TaughtText> taught = new ArrayList<>(all.size());
    try (E5Teacher teacher = E5Teacher.open(null)) {
      all.forEach(
          (text, person) -> {
            teacher.label(text).ifPresent(said -> taught.add(new TaughtText(text, said, person)));
            progress.advance();
          });
    }
    if (taught.size() < FEWEST_TEXTS) {
      throw new BadInputException(
          "%s: holds %d English texts, and fewer than %d teach nothing"
              .formatted(texts, taught.size(), FEWEST_TEXTS));
    }
    int left = all.size() - taught.size();
    if (left > 0) {
      say("%,d texts are left out: they are in another language".formatted(left));
    }
    return taught;
  }

  private void report(ModelBundle start, Adaptation adaptation) {
    say("macro recall in %, on texts that were held back:");
    say(String.format(Locale.ROOT, "  %-24s %-14s %-14s", "", "before", "after"));
    adaptation.comparisons().forEach(comparison -> say(comparison.line()));
    if (labelled == null) {
      say(
          "no label by a person was given, so e5 is the measure; it is right on 7 of 10 tweets"
              + " itself");
    }
    say("before: %s".formatted(start.version()));
  }

  private void requireNoWorse(Adaptation adaptation) {
    for (Comparison comparison : adaptation.comparisons()) {
      if (comparison.isWorse()) {
        throw new UserException(
            "nothing is written, because the new model is worse by %s: macro recall %s after %s"
                .formatted(
                    comparison.measure(),
                    comparison.after().macroRecall(),
                    comparison.before().macroRecall()));
      }
    }
  }

  private PrintWriter terminal() {
    return spec.commandLine().getOut();
  }

  private void say(String line) {
    terminal().println(line);
    terminal().flush();
  }
}
