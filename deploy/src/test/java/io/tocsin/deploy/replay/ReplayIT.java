package io.tocsin.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.deploy.firehose.MentionsFile;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.firehose.WorldSettings;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verb on a simulated world's file, with the demo's plan. */
class ReplayIT {
  private static final long SEED = 5;
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant OUTAGE = START.plus(Duration.ofMinutes(100));
  private static final Instant END = START.plus(Duration.ofMinutes(110));

  @TempDir static Path folder;

  private static String told = "";
  private static long written;

  @BeforeAll
  static void replayTwice() throws Exception {
    WorldSettings settings =
        WorldSettings.defaults()
            .withEvents(
                List.of(
                    WorldEvent.outage(
                        "nimbus", OUTAGE.toEpochMilli(), Duration.ofMinutes(2).toMillis())));
    World world = new World(SEED, START.toEpochMilli(), settings);
    written =
        MentionsFile.write(world, END.toEpochMilli(), folder.resolve("mentions.jsonl")).total();
    told = replay("once", 0);
    replay("again", 0);
  }

  @Test
  void givesTheSameBytesForTheSameInput() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("once"))) {
      assertThat(files)
          .hasSize(7)
          .allSatisfy(
              file ->
                  assertThat(file)
                      .hasSameBinaryContentAs(folder.resolve("again").resolve(file.getFileName())));
    }
  }

  @Test
  void accountsForEveryLine() {
    assertThat(told)
        .contains(String.format(java.util.Locale.ROOT, "= %,d read", written))
        .doesNotContain("IS NOT");
  }

  @Test
  void pagesTheOutageWithinAMinuteAndSaysWhy() throws Exception {
    List<Page> calls =
        new ReplayOutput(folder.resolve("once"))
            .read(Topic.PAGES, Page.class).stream()
                .filter(page -> page.action() == PageAction.TRIGGER)
                .toList();

    assertThat(calls).isNotEmpty().allSatisfy(page -> assertThat(page.brand()).isEqualTo("nimbus"));
    assertThat(calls.get(0).at()).isBetween(OUTAGE, OUTAGE.plusSeconds(60));
    assertThat(told).contains("first page at " + calls.get(0).at()).contains("are usual");
  }

  @Test
  void refusesAPlanWithAllItsErrorsBeforeAnythingStarts() throws Exception {
    Path plan = folder.resolve("broken.yaml");
    Files.writeString(plan, "version: v\nbrands:\n  - {brand: A B, match: {}}\n  - {name: x}\n");
    StringWriter errors = new StringWriter();

    int status = run(new StringWriter(), errors, plan, "refused");

    assertThat(status).isEqualTo(2);
    assertThat(errors.toString().lines().filter(line -> line.contains("error: ")).count())
        .isGreaterThanOrEqualTo(3);
    assertThat(folder.resolve("refused")).doesNotExist();
  }

  private static String replay(String out, int expectedStatus) {
    StringWriter terminal = new StringWriter();
    Path plan = Path.of("plans", "demo.yaml");
    int status = run(terminal, terminal, plan, out);
    assertThat(status).as(terminal.toString()).isEqualTo(expectedStatus);
    return terminal.toString();
  }

  private static int run(StringWriter terminal, StringWriter errors, Path plan, String out) {
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(terminal, true));
    command.setErr(new PrintWriter(errors, true));
    return command.execute(
        "replay",
        "--mentions",
        folder.resolve("mentions.jsonl").toString(),
        "--plan",
        plan.toString(),
        "--out",
        folder.resolve(out).toString(),
        "--scored");
  }
}
