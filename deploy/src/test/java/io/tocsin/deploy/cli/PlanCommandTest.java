package io.tocsin.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlanCommandTest {
  private static final String WARNED =
      "brands: [{brand: nimbus, match: {hashtags: [nimbus]}, page: []}]\n";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void sumsUpAFaultlessPlan() {
    int exit = check("plans/example.yaml");

    assertThat(exit).isZero();
    assertThat(out)
        .hasToString(
            "plans/example.yaml: 3 brands, 5 locations, 2 topics, 9 responders, 2 redirects\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void printsWhoIsOnCallWhen() {
    int exit =
        execute("on-call", "plans/example.yaml", "--at", "2026-03-28T18:00:00Z", "--days", "2");

    assertThat(err.toString()).isEmpty();
    assertThat(exit).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "first-line (Europe/Berlin)",
            "  Sat 2026-03-28 19:00  cem",
            "  Sun 2026-03-29 09:00  ben",
            "  Mon 2026-03-30 09:00  ana");
  }

  @Test
  void refusesAnImpossibleNumberOfDays() {
    int exit = execute("on-call", "plans/example.yaml", "--days", "0");

    assertThat(exit).isEqualTo(2);
    assertThat(err).hasToString("--days must be from 1 to 366: 0\n");
  }

  @Test
  void passesAPlanWithWarningsAndPrintsThem() throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), WARNED);

    int exit = check(file.toString());

    assertThat(exit).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            file + ":1:61: warning: brands[0].page: is empty: a crisis of this brand pages nobody",
            file + ": 1 brand, 0 responders, 0 redirects, 1 warning");
  }

  @Test
  void refusesAPlanWithErrorsAndPrintsThemAll() throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), WARNED + "version: 1\nowner: me\n");

    int exit = check(file.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString().lines())
        .containsExactly(
            file + ":1:61: warning: brands[0].page: is empty: a crisis of this brand pages nobody",
            file
                + ":2:10: error: version: expected a text but found the number '1'; write it in"
                + " quotes",
            file + ":3:1: error: owner: unknown key 'owner'",
            file + ": 2 errors, 1 warning");
  }

  @Test
  void saysInOneLineThatAFileIsMissing() {
    int exit = check("nowhere.yaml");

    assertThat(exit).isEqualTo(2);
    assertThat(err).hasToString("cannot read nowhere.yaml: no such file or folder\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void saysInOneLineThatAFolderIsNoFile() {
    int exit = check(folder.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(err).hasToString("cannot read " + folder + ": Is a directory\n");
  }

  @Test
  void saysWhatItNeedsWhenNoFileIsNamed() {
    int exit = execute("check");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).startsWith("Missing required parameter: 'FILE'");
  }

  @Test
  void saysWhatItCanDoWhenNoVerbIsNamed() {
    int exit = execute();

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required subcommand").contains("check");
  }

  private int check(String file) {
    return execute("check", file, "--at", "2026-11-30");
  }

  private int execute(String... arguments) {
    return new CommandLine(new PlanCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
