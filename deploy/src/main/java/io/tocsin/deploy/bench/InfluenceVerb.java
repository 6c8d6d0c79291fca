package io.tocsin.deploy.bench;

import io.tocsin.mention.Mention;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code bench influence}. */
@Command(
    name = "influence",
    mixinStandardHelpOptions = true,
    description = {
      "Asks of recorded mentions whether influence ranks: how much more often the posts in its top"
          + " tenth were reposted than the rest.",
      "Counted are posts that are no reposts and the first with their text, and for each the other"
          + " authors who repost it, or who post the same text, within a day. Influence is what it"
          + " was at posting. The error is a bootstrap's over the posts, 1000 rounds."
    })
public final class InfluenceVerb implements Callable<Integer> {
  private static final int FLOODS = 50;
  private static final int COST_ROUNDS = 7;

  @Option(
      names = "--mentions",
      required = true,
      paramLabel = "FILE",
      description = "One JSON mention a line, in the order of time.")
  @SuppressWarnings("NullAway.Init")
  private Path mentions;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "NUMBER",
      description = "Of the bootstrap (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before the run
  private CommandSpec spec;

  @Override
  public Integer call() {
    List<Mention> read = RecordedMentions.read(mentions);
    TextSpread spread = TextSpread.of(read);
    say(Texts.of("%,d mentions, %,d posts that begin a text", read.size(), spread.posts().size()));
    say("");
    say(Texts.of("%-22s %12s %12s   %s", "others within a day", "top tenth", "rest", "ratio"));
    tell("who repost it", TopTenth.of(spread.posts(), FirstPost::reposters));
    tell("who post the text", TopTenth.of(spread.posts(), FirstPost::repeaters));
    say("");
    Floods floods = Floods.largest(read, FLOODS);
    say(
        Texts.of(
            "%d largest floods of a day: %,d posts by %,d authors, %,d texts (%.1f %%), %,d near-texts",
            floods.floods(),
            floods.posts(),
            floods.authors(),
            floods.texts(),
            100.0 * floods.texts() / floods.posts(),
            floods.nearTexts()));
    say("");
    for (MicroResult cost : new MicroBench(InfluenceCost.steps(read), COST_ROUNDS).measure()) {
      say(Texts.of("%-22s %8.3f µs CPU a mention", cost.title(), cost.micros().least()));
    }
    return ExitCode.OK;
  }

  private void tell(String title, TopTenth tenth) {
    Ratio ratio = tenth.ratio(seed);
    say(
        Texts.of(
            "%-22s %12.4f %12.4f   %.1f +- %.1f (95 %%: %.1f to %.1f)",
            title,
            tenth.topMean(),
            tenth.restMean(),
            ratio.value(),
            ratio.standardError(),
            ratio.low(),
            ratio.high()));
  }

  private void say(String line) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(line);
    terminal.flush();
  }
}
