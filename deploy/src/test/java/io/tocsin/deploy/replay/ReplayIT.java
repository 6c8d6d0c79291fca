package io.tocsin.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.deploy.firehose.MentionsFile;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.firehose.WorldSettings;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.ValveState;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import io.tocsin.response.overflow.ResponseKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    Path once = folder.resolve("once");
    try (Stream<Path> files = Files.walk(once).filter(Files::isRegularFile)) {
      assertThat(files.map(once::relativize))
          .hasSizeGreaterThanOrEqualTo(10)
          .contains(Path.of("pictures", "overview.png"), Path.of("pictures", "nimbus.png"))
          .allSatisfy(
              file ->
                  assertThat(once.resolve(file))
                      .hasSameBinaryContentAs(folder.resolve("again").resolve(file)));
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
  void leavesALogThatTellsWhyEachPageWasSent() throws Exception {
    Path once = folder.resolve("once");
    for (Page page : new ReplayOutput(once).read(Topic.PAGES, Page.class)) {
      StringWriter story = new StringWriter();
      int status =
          Tocsin.commandLine()
              .setOut(new PrintWriter(story))
              .execute("explain", "--page", page.dedupKey(), "--replay", once.toString());

      assertThat(status).isZero();
      assertThat(story.toString())
          .contains(page.dedupKey(), "by plan " + page.planVersion(), "as bad as that because ")
          .contains("(its figures are the incident's)")
          .doesNotContain("not in the log", "does not reach back");
    }
  }

  @Test
  void comparesTwoPlansOnTheSameMentions() throws Exception {
    Path deaf = folder.resolve("deaf.yaml");
    Files.writeString(
        deaf,
        Files.readString(Path.of("plans", "demo.yaml"))
            .replace("from: warning", "from: critical")
            .replaceAll(
                "(?m)^    critical:.*$", "    critical: {score: 100000, reach: 1000000000}"));
    Path onsets = folder.resolve("onsets.csv");
    Files.writeString(onsets, "brand,onset,name\nnimbus," + OUTAGE + ",network down\n");

    String table = compare(deaf, onsets, "compared");
    compare(deaf, onsets, "compared-again");

    assertThat(table)
        .containsPattern("(?m)^ +demo +deaf$")
        .containsPattern("(?m)^onsets paged +1 of 1 +0 of 1$")
        .containsPattern("(?m)^false pages +0 +0$")
        .containsPattern(
            "onset \\S+ nimbus \\(network down\\); demo: paged after 0:00:\\d\\d; deaf: MISSED");
    Path compared = folder.resolve("compared");
    assertThat(compared.resolve("demo").resolve("pages.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("once").resolve("pages.jsonl"));
    assertThat(compared.resolve("deaf").resolve("pages.jsonl")).isEmptyFile();
    for (String file : List.of("comparison.json", "pictures/overview.png", "pictures/nimbus.png")) {
      assertThat(compared.resolve(file))
          .isNotEmptyFile()
          .hasSameBinaryContentAs(folder.resolve("compared-again").resolve(file));
    }
  }

  @Test
  void turnsValvesByWhatWaitsInTheQueues() throws Exception {
    String shipped = Files.readString(Path.of("plans", "demo.yaml"));
    assertThat(shipped).contains("capacity: 25", "{queue: nimbus-backup, capacity: 40,");
    Path plan =
        Files.writeString(
            folder.resolve("queues.yaml"), shipped.replace("capacity: 25", "capacity: 3"));
    Path assignments = folder.resolve("assignments.jsonl");
    Path responses = folder.resolve("responses.jsonl");
    List<Assignment> assigned = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Instant at = OUTAGE.plusSeconds(i);
      assigned.add(new Assignment("w" + i, "nimbus", "nimbus-care", null, null, at, at));
    }
    Instant moved = OUTAGE.plusSeconds(90);
    assigned.add(new Assignment("w0", "nimbus", "nimbus-backup", null, null, OUTAGE, moved));
    write(assignments, assigned);
    write(
        responses,
        List.of(
            new Response("w0", "nimbus", ResponseKind.REPLY, "ben", null, moved.plusSeconds(30))));

    StringWriter terminal = new StringWriter();
    int status =
        execute(
            terminal,
            terminal,
            List.of(plan),
            "queues",
            List.of(
                "--no-pictures",
                "--assignments",
                assignments.toString(),
                "--responses",
                responses.toString()));

    assertThat(status).as(terminal.toString()).isZero();
    List<Redirect> redirects =
        new ReplayOutput(folder.resolve("queues")).read(Topic.REDIRECTS, Redirect.class);
    assertThat(redirects.get(0).reason()).isEqualTo(RedirectReason.BACKLOG);
    assertThat(redirects.get(0).backlog()).isEqualTo(5);
    assertThat(redirects.get(0).quota()).isEqualTo(40);
    Redirect last = redirects.get(redirects.size() - 1);
    assertThat(last.state()).isEqualTo(ValveState.CLOSED);
    assertThat(last.moved()).isEqualTo(1);
    assertThat(last.outstanding()).as("it was answered").isZero();
  }

  private static void write(Path file, List<?> records) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Object record : records) {
      lines.add(new String(WireJson.toBytes(record), StandardCharsets.UTF_8));
    }
    Files.write(file, lines);
  }

  @Test
  void refusesABadOnsetBeforeAnythingStarts() throws Exception {
    Path onsets = folder.resolve("bad.csv");
    Files.writeString(onsets, "brand,onset\nnobody,2026-03-01T12:00:00Z\n");
    StringWriter errors = new StringWriter();

    int status =
        execute(
            new StringWriter(),
            errors,
            List.of(Path.of("plans", "demo.yaml")),
            "refused-onset",
            List.of("--onsets", onsets.toString()));

    assertThat(status).isEqualTo(2);
    assertThat(errors.toString()).contains("bad.csv:2: no plan has the brand 'nobody'");
    assertThat(folder.resolve("refused-onset")).doesNotExist();
  }

  private static String compare(Path deaf, Path onsets, String out) {
    StringWriter terminal = new StringWriter();
    int status =
        execute(
            terminal,
            terminal,
            List.of(Path.of("plans", "demo.yaml"), deaf),
            out,
            List.of("--onsets", onsets.toString()));
    assertThat(status).as(terminal.toString()).isZero();
    return terminal.toString();
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
    return execute(terminal, errors, List.of(plan), out, List.of("--scored"));
  }

  private static int execute(
      StringWriter terminal, StringWriter errors, List<Path> plans, String out, List<String> more) {
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(terminal, true));
    command.setErr(new PrintWriter(errors, true));
    List<String> arguments = new ArrayList<>(List.of("replay"));
    arguments.addAll(List.of("--mentions", folder.resolve("mentions.jsonl").toString()));
    plans.forEach(plan -> arguments.addAll(List.of("--plan", plan.toString())));
    arguments.addAll(List.of("--out", folder.resolve(out).toString()));
    arguments.addAll(more);
    return command.execute(arguments.toArray(String[]::new));
  }
}
