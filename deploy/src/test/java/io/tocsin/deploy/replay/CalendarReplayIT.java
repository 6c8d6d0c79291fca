package io.tocsin.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.deploy.firehose.MentionsFile;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.firehose.WorldSettings;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.Page;
import io.tocsin.spike.Spike;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A launch that everybody enjoys, and in the middle of it an outage, by two plans that page for
 * surges too: one declares the launch in its calendar.
 */
class CalendarReplayIT {
  private static final long SEED = 7;
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LAUNCH = START.plus(Duration.ofMinutes(105));
  private static final Instant OUTAGE = START.plus(Duration.ofHours(2));
  private static final Instant END = START.plus(Duration.ofMinutes(126));

  @TempDir static Path folder;

  @BeforeAll
  static void replayBoth() throws Exception {
    WorldSettings settings =
        WorldSettings.defaults()
            .withEvents(
                List.of(
                    WorldEvent.viralJoy(
                        "nimbus", LAUNCH.toEpochMilli(), Duration.ofMinutes(30).toMillis()),
                    WorldEvent.outage(
                        "nimbus", OUTAGE.toEpochMilli(), Duration.ofMinutes(5).toMillis())));
    World world = new World(SEED, START.toEpochMilli(), settings);
    MentionsFile.write(world, END.toEpochMilli(), folder.resolve("mentions.jsonl"));
    String plan =
        Files.readString(Path.of("plans", "demo.yaml")).replace("from: warning", "from: notice");
    Path unaware = Files.writeString(folder.resolve("unaware.yaml"), plan);
    Path aware =
        Files.writeString(
            folder.resolve("aware.yaml"),
            plan
                + "\ncalendar:\n"
                + "  - {name: Launch, brands: [nimbus], from: 2026-03-01T11:45:00Z,"
                + " until: 2026-03-01T12:30:00Z, expect: 60}\n");
    StringWriter terminal = new StringWriter();
    CommandLine command = Tocsin.commandLine();
    command.setOut(new PrintWriter(terminal, true));
    command.setErr(new PrintWriter(terminal, true));
    String[] arguments = {
      "replay",
      "--mentions",
      folder.resolve("mentions.jsonl").toString(),
      "--plan",
      unaware.toString(),
      "--plan",
      aware.toString(),
      "--out",
      folder.toString(),
      "--no-pictures"
    };
    assertThat(command.execute(arguments)).as(terminal.toString()).isZero();
  }

  @Test
  void pagesForALaunchThatNobodyDeclared() throws IOException {
    assertThat(pages("unaware").get(0).at()).isBetween(LAUNCH, OUTAGE);
  }

  @Test
  void pagesForNothingButTheOutageOfADeclaredLaunch() throws IOException {
    List<Page> pages = pages("aware");

    assertThat(pages).isNotEmpty();
    assertThat(pages.get(0).at()).isBetween(OUTAGE, OUTAGE.plus(Duration.ofMinutes(4)));
    assertThat(new ReplayOutput(folder.resolve("aware")).read(Topic.SPIKES, Spike.class))
        .filteredOn(spike -> spike.watch().brand().equals("nimbus"))
        .allSatisfy(spike -> assertThat(spike.at()).isAfter(OUTAGE));
  }

  private static List<Page> pages(String plan) throws IOException {
    return new ReplayOutput(folder.resolve(plan))
        .read(Topic.PAGES, Page.class).stream()
            .filter(page -> page.brand().equals("nimbus"))
            .toList();
  }
}
