package io.tocsin.deploy.score;

import io.tocsin.deploy.cli.ScorerOptions;
import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.FileFault;
import io.tocsin.deploy.host.UserException;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.scoring.LanguageTag;
import io.tocsin.scoring.NamedScorer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code score}. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how texts feel: a text a line on standard input, a JSON object a line on standard"
          + " output, in the same order.",
      "",
      "  {\"label\":\"negative\",\"negative\":0.9012,\"neutral\":0.0871,\"positive\":0.0117,"
          + "\"language\":\"en\",\"model\":\"...\"}",
      "",
      "label is negative, neutral, positive or unscored; the numbers are probabilities. What is"
          + " unscored has zeros and a reason: an empty line, bytes that are not UTF-8, a line"
          + " longer than 1 MiB, a language that the model does not speak.",
      ""
    })
public final class ScoreCommand implements Callable<Integer> {
  private static final int CHUNK_BYTES = 1 << 17;
  private static final int MOST_THREADS = 256;
  private static final String NOBODY_READS = "Broken pipe";

  private final InputStream in;
  private final OutputStream out;

  @Option(
      names = {"--model", "--sentiment"},
      paramLabel = "NAME",
      description = "Who scores: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      completionCandidates = ScorerNames.class)
  private String model = JobOption.SENTIMENT.defaultValue();

  @Option(
      names = "--sentiment-model",
      paramLabel = "FILE",
      description = "Model of that scorer, in place of the one that it comes with.")
  private @Nullable Path modelFile;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "Language of all texts, such as en (default: each text must tell).")
  private @Nullable String language;

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "Threads that score (default: one for each core).")
  private int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the results go instead of standard output.")
  private @Nullable Path file;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  /** On the standard streams of the process; a print stream would hide that nobody reads. */
  public ScoreCommand() {
    this(System.in, new FileOutputStream(FileDescriptor.out));
  }

  /** On the streams of a test. */
  ScoreCommand(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<ChunkScorer> scorers = open();
    try {
      ScoringProgress progress = new ScoringProgress(spec.commandLine().getErr());
      if (file == null) {
        score(scorers, out, progress);
      } else {
        scoreIntoFile(scorers, file, progress);
        spec.commandLine().getOut().println(progress.summary() + ", written to " + file);
      }
      return ExitCode.OK;
    } finally {
      scorers.forEach(ChunkScorer::close);
    }
  }

  private void scoreIntoFile(List<ChunkScorer> scorers, Path path, ScoringProgress progress)
      throws InterruptedException {
    try (OutputStream results = Files.newOutputStream(path)) {
      score(scorers, results, progress);
    } catch (IOException e) {
      throw new BadInputException("cannot write " + path + ": " + FileFault.reason(e), e);
    }
  }

  private void score(List<ChunkScorer> scorers, OutputStream results, ScoringProgress progress)
      throws InterruptedException {
    try {
      new ScoringRun(new LineChunks(in, CHUNK_BYTES), scorers).run(results, progress::add);
    } catch (IOException e) {
      if (!NOBODY_READS.equals(e.getMessage())) {
        throw new UserException("cannot write the results: " + e.getMessage(), e);
      }
    }
  }

  private List<ChunkScorer> open() {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new BadInputException("--threads is not from 1 to " + MOST_THREADS + ": " + threads);
    }
    if (language != null && LanguageTag.primary(language) == null) {
      throw new BadInputException("--lang is no language tag such as en: '" + language + "'");
    }
    NamedScorer scorer = ScorerOptions.named(model, modelFile);
    List<ChunkScorer> scorers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      scorers.add(new ChunkScorer(ScorerOptions.open(scorer), language));
    }
    return scorers;
  }

  /** The scorers that are on the class path. */
  private static final class ScorerNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return NamedScorer.names().iterator();
    }
  }
}
