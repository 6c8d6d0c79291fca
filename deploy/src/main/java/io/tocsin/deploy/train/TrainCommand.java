package io.tocsin.deploy.train;

import io.tocsin.deploy.host.WholeFile;
import io.tocsin.scoring.linear.ModelBundle;
import io.tocsin.scoring.linear.ModelEntry;
import io.tocsin.scoring.linear.ModelReader;
import io.tocsin.scoring.linear.ModelWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      description = {
        "A teacher's labels of English texts, from 'teach label'; may be given several times",
        "(default: those that the shipped model learned from, known by hashes of their texts)."
      })
  private List<Path> softLabels = new ArrayList<>();

  @Option(
      names = "--keep-soft-labels",
      paramLabel = "FILE",
      description = "Writes the soft labels by hashes of their texts, without the texts.")
  private @Nullable Path keep;

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
    WholeFile.requireWritable(out);
    DataFolder folder = new DataFolder(data.toAbsolutePath().normalize());
    SoftLabels teacher = teacher();
    say("%,d soft labels; telling languages apart ...".formatted(teacher.size()));
    LanguageRecipe languages = new LanguageRecipe(folder);
    List<ModelEntry> entries = new ArrayList<>();
    entries.add(languages.train(this::tell));
    say("sentiment ...");
    entries.addAll(new SentimentRecipe(folder, teacher).train(this::tell));
    byte[] file = ModelWriter.write(name, entries);
    ModelBundle bundle = ModelReader.read(out.toString(), file);
    new ModelReport(bundle, folder, languages).lines().forEach(this::say);
    WholeFile.write(out, file);
    say("wrote %s: %s, %,d bytes".formatted(out, bundle.version(), file.length));
    return 0;
  }

  private SoftLabels teacher() {
    if (softLabels.isEmpty()) {
      return ShippedSoftLabels.read();
    }
    List<TrainingText> taught = new ArrayList<>();
    softLabels.forEach(file -> taught.addAll(LabelledFile.softLabels(file, "en")));
    SoftLabels teacher = SoftLabels.of(taught);
    if (keep != null) {
      WholeFile.write(keep, teacher.toBytes());
    }
    return teacher;
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
