package io.tocsin.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.firehose.MentionsFile;
import io.tocsin.deploy.firehose.World;
import io.tocsin.deploy.firehose.WorldSettings;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An advert at the Super Bowl that everybody enjoys, in the middle of it an outage, and the quiet
 * after the game, by two plans that page for surges too: one declares the evening in its calendar.
 */
class SuperBowlReplayIT {
  private static final long SEED = 7;
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant ADVERT = START.plus(Duration.ofMinutes(105));
  private static final Instant OUTAGE = START.plus(Duration.ofHours(2));
  private static final Instant END = START.plus(Duration.ofHours(3));

  @TempDir static Path folder;

  @BeforeAll
  static void replayBoth() throws Exception {
    WorldSettings settings =
        WorldSettings.defaults()
            .withEvents(
                List.of(
                    WorldEvent.viralJoy(
                        "nimbus", ADVERT.toEpochMilli(), Duration.ofMinutes(30).toMillis()),
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
                + "  - {name: Super Bowl, brands: [nimbus], from: 2026-03-01T11:45:00Z,"
                + " until: 2026-03-01T12:30:00Z, expect: 60}\n");
    ReplayRun.of(
        folder.resolve("mentions.jsonl"), List.of(unaware, aware), folder, "--no-pictures");
  }

  @Test
  void pagesForAnAdvertThatNobodyDeclared() throws IOException {
    assertThat(pages("unaware").get(0).at()).isBetween(ADVERT, OUTAGE);
  }

  @Test
  void pagesForNothingButTheOutageOfADeclaredEvening() throws IOException {
    List<Page> pages = pages("aware");

    assertThat(pages).isNotEmpty();
    assertThat(pages.get(0).at()).isBetween(OUTAGE, OUTAGE.plus(Duration.ofMinutes(4)));
    assertThat(new ReplayOutput(folder.resolve("aware")).read(Topic.SPIKES, Spike.class))
        .filteredOn(spike -> spike.watch().brand().equals("nimbus"))
        .allSatisfy(spike -> assertThat(spike.at()).isAfter(OUTAGE));
  }

  @Test
  void takesTheEndOfTheEveningForNeitherSilenceNorSpike() throws IOException {
    assertThat(new ReplayOutput(folder.resolve("aware")).read(Topic.SPIKES, Spike.class))
        .filteredOn(spike -> spike.watch().brand().equals("nimbus"))
        .filteredOn(spike -> spike.phase() == SpikePhase.RAISED)
        .isNotEmpty()
        .allSatisfy(
            spike -> {
              assertThat(spike.signal()).isNotEqualTo(Signal.SILENCE);
              assertThat(spike.at()).isBefore(OUTAGE.plus(Duration.ofMinutes(10)));
            });
  }

  @Test
  void standsDownAfterTheOutageAndTellsWhomItCalled() throws IOException {
    List<Page> pages = pages("aware");
    List<String> called = targets(pages, PageAction.TRIGGER);

    assertThat(targets(pages, PageAction.RESOLVE)).hasSameElementsAs(called);
  }

  private static List<String> targets(List<Page> pages, PageAction action) {
    return pages.stream()
        .filter(page -> page.action() == action)
        .map(page -> page.target().name())
        .toList();
  }

  private static List<Page> pages(String plan) throws IOException {
    return new ReplayOutput(folder.resolve(plan))
        .read(Topic.PAGES, Page.class).stream()
            .filter(page -> page.brand().equals("nimbus"))
            .toList();
  }
}
