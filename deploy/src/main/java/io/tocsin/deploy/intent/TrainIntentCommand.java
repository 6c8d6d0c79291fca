package io.tocsin.deploy.intent;

import io.tocsin.deploy.host.WholeFile;
import io.tocsin.scoring.intent.IntentScorer;
import io.tocsin.scoring.linear.ModelEntry;
import io.tocsin.scoring.linear.ModelReader;
import io.tocsin.scoring.linear.ModelWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The verb {@code train-intent}: rebuilds the model that tells complaints and what needs a reply.
 */
@Command(
    name = "train-intent",
    mixinStandardHelpOptions = true,
    description = {
      "Rebuilds the model of intent from labelled posts, and says how good it is on others.",
      "The same posts give the same bytes."
    })
public final class TrainIntentCommand implements Callable<Integer> {
  private static final String ENGLISH = "en";

  @Option(
      names = "--complaints",
      required = true,
      paramLabel = "FILE",
      description = "CSV of English posts: id, text, 1 for a complaint or 0, domain.")
  @SuppressWarnings("NullAway.Init")
  private Path complaints;

  @Option(
      names = "--judged",
      paramLabel = "FILE",
      description = "Posts to judge it on: 1 where somebody should respond or 0, a tab, the text.")
  private @Nullable Path judged;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The model.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--name",
      defaultValue = "intent-1",
      paramLabel = "NAME",
      description = "What to call the model (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  @Override
  public Integer call() {
    WholeFile.requireWritable(out);
    IntentTrainer trainer = new IntentTrainer(ComplaintFile.read(complaints));
    List<JudgedPost> posts = judged == null ? List.of() : JudgedPost.read(judged);
    say("complaints, five-fold: " + trainer.crossValidated());
    trainer
        .byUnknownDomain()
        .forEach((domain, scores) -> say("complaints, " + domain + " unknown: " + scores));
    if (!posts.isEmpty()) {
      say("needs a response: " + trainer.needsResponse(posts));
    }
    write(
        ModelWriter.write(
            name,
            List.of(
                new ModelEntry(
                    IntentScorer.TASK, ENGLISH, IntentScorer.OUTPUTS, trainer.train()))));
    return ExitCode.OK;
  }

  private void write(byte[] file) {
    WholeFile.write(out, file);
    String version = ModelReader.read(out.toString(), file).version();
    say("wrote %s: %s, %,d bytes".formatted(out, version, file.length));
  }

  private void say(String line) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(line);
    terminal.flush();
  }
}
