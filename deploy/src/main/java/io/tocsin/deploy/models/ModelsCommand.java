package io.tocsin.deploy.models;

import io.tocsin.deploy.host.Folders;
import io.tocsin.deploy.host.Installation;
import io.tocsin.deploy.host.UserException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code tocsin models}: installs models that no build packages. */
@Command(
    name = "models",
    description = "Installs models that no build packages.",
    mixinStandardHelpOptions = true)
public final class ModelsCommand {
  private static final long BYTES_PER_MB = 1_000_000;
  private static final long FETCHED_MB = 930;

  /** Maven's store and the copies that it makes, and what is kept. */
  private static final long NEEDED_MB = 2_100;

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls a verb
  @Spec
  private CommandSpec spec;

  private long toldMb;

  /**
   * Fetches Stanford CoreNLP and keeps what Tocsin uses of it.
   *
   * @return 0 if it is installed
   */
  @Command(
      name = "corenlp",
      description = {
        "Installs Stanford CoreNLP for '--sentiment corenlp' and for names on incidents' cards.",
        "Fetches 930 MB through Maven, keeps 142 MB in TOCSIN_MODELS (~/.local/share/tocsin/models)."
      },
      mixinStandardHelpOptions = true)
  int coreNlp(
      @Option(names = "--again", description = "Installs it anew where it is installed.")
          boolean again) {
    CoreNlpFolder target = CoreNlpFolder.current();
    if (target.holdsModels() && !again) {
      say("installed already in " + target.path());
      return ExitCode.OK;
    }
    say("Stanford CoreNLP is licensed under the GNU General Public License, version 3 or later");
    Path folder = Folders.create(target.path().resolveSibling(CoreNlpFolder.NAME + ".download"));
    requireFree(folder);
    MavenDownload download = new MavenDownload(folder);
    say("fetching " + FETCHED_MB + " MB ...");
    Path pom = Installation.current().home().resolve("pom.xml");
    download.run(pom, CoreNlpFolder.NAME, this::tellProgress);
    new CoreNlpInstaller(target).install(download.jars());
    Folders.delete(folder);
    say("installed in " + target.path());
    return ExitCode.OK;
  }

  private void tellProgress(long bytes) {
    long mb = bytes / BYTES_PER_MB;
    if (mb >= toldMb + FETCHED_MB / 10) {
      toldMb = mb;
      say(String.format(Locale.ROOT, "  %d of %d MB", mb, FETCHED_MB));
    }
  }

  private static void requireFree(Path folder) {
    try {
      long freeMb = Files.getFileStore(folder).getUsableSpace() / BYTES_PER_MB;
      if (freeMb < NEEDED_MB) {
        throw new UserException(
            String.format(
                Locale.ROOT,
                "the disk of %s has %d MB free and %d MB are needed for a while: free some, or set"
                    + " TOCSIN_MODELS to another folder",
                folder,
                freeMb,
                NEEDED_MB));
      }
    } catch (IOException e) {
      throw new UserException("cannot tell the free space of " + folder + ": " + e, e);
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
