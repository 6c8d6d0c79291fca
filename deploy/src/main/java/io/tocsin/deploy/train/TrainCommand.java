package io.tocsin.deploy.train;

import io.tocsin.deploy.host.BadInputException;
import io.tocsin.deploy.host.FileFault;
import io.tocsin.scoring.linear.ModelBundle;
import io.tocsin.scoring.linear.ModelEntry;
import io.tocsin.scoring.linear.ModelReader;
import io.tocsin.scoring.linear.ModelWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code tocsin train}: rebuilds the model of the fast scorer. */
@Command(
    name = "train",
    description = {
      "Rebuilds the model of the fast scorer from labelled texts, and judges it on others.",
      "The same data gives the same bytes. The model card says which data and from where."
    },
    mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder with semeval_train.tsv, multilingual/ and the rest.")
  @SuppressWarnings("NullAway.Init")
  private Path data;

  @Option(
      names = "--soft-labels",
      paramLabel = "FILE",
      description = "A teacher's labels of English texts; may be given several times.")
  private List<Path> softLabels = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The model.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--name",
      defaultValue = "fast-1",
      paramLabel = "NAME",
      description = "What to call the model (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    DataFolder folder = new DataFolder(data);
    List<TrainingText> taught = new ArrayList<>();
    softLabels.forEach(file -> taught.addAll(LabelledFile.softLabels(file, "en")));
    say("telling languages apart ...");
    LanguageRecipe languages = new LanguageRecipe(folder);
    List<ModelEntry> entries = new ArrayList<>();
    entries.add(languages.train(this::tell));
    say("sentiment ...");
    entries.addAll(new SentimentRecipe(folder, new SoftLabels(taught)).train(this::tell));
    byte[] file = ModelWriter.write(name, entries);
    ModelBundle bundle = ModelReader.read(out.toString(), file);
    new ModelReport(bundle, folder, languages).lines().forEach(this::say);
    write(file);
    say("wrote %s: %s, %,d bytes".formatted(out, bundle.version(), file.length));
    return 0;
  }

  private void write(byte[] file) {
    try {
      Files.write(out, file);
    } catch (IOException e) {
      throw new BadInputException(out + ": " + FileFault.reason(e), e);
    }
  }

  private void tell(int pass, int passes) {
    say("  pass %d of %d".formatted(pass, passes));
  }

  private void say(String line) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(line);
    terminal.flush();
  }
}
