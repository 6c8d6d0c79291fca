package io.tocsin.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.BurningLocation;
import io.tocsin.incident.BurningRegion;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.mention.Author;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.MentionWriter;
import io.tocsin.mention.Visibility;
import io.tocsin.response.Page;
import io.tocsin.response.PageAction;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chain of 1,250 restaurants of which 40 burn in one region, and one of inns of which one does.
 */
class ChainReplayIT {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final int PLACES = 1_250;
  private static final int IN_THE_WEST = 62;
  private static final int BURNING = 40;
  private static final int INNS = 30;
  private static final int CALM_SECONDS = 70 * 60;
  private static final int BURNT_SECONDS = 75 * 60;
  private static final int END_SECONDS = 105 * 60;

  @TempDir static Path folder;

  private static List<Incident> incidents = List.of();
  private static List<Page> pages = List.of();

  @BeforeAll
  static void replay() throws Exception {
    Files.writeString(folder.resolve("plan.yaml"), plan());
    writeMentions(folder.resolve("mentions.jsonl"));
    ReplayRun.of(
        folder.resolve("mentions.jsonl"),
        List.of(folder.resolve("plan.yaml")),
        folder.resolve("out"));
    ReplayOutput output = new ReplayOutput(folder.resolve("out"));
    incidents = output.read(Topic.INCIDENTS, Incident.class);
    pages = output.read(Topic.PAGES, Page.class);
  }

  @Test
  void theChainHasOneIncidentThatListsThePlaces() {
    List<Incident> ofChain =
        incidents.stream().filter(incident -> incident.brand().equals("corner")).toList();
    Incident last = ofChain.get(ofChain.size() - 1);

    assertThat(ofChain).extracting(Incident::id).containsOnly(last.id());
    assertThat(ofChain)
        .anySatisfy(
            incident -> {
              assertThat(incident.parts().locations())
                  .extracting(BurningLocation::name)
                  .containsExactlyInAnyOrderElementsOf(
                      IntStream.range(0, BURNING).mapToObj(place -> "Place " + place).toList());
              assertThat(incident.parts().regions())
                  .containsExactly(new BurningRegion("west", "The West", BURNING, IN_THE_WEST));
            });
  }

  @Test
  void theChainPagesOnceALevelAndSaysWhere() {
    List<Page> calls =
        pages.stream()
            .filter(page -> page.brand().equals("corner") && page.action() == PageAction.TRIGGER)
            .toList();

    assertThat(calls).isNotEmpty();
    assertThat(calls).extracting(Page::severity).doesNotHaveDuplicates();
    assertThat(calls.get(calls.size() - 1).body()).contains(" of 62 in The West");
  }

  @Test
  void theChainStandsDownOnceItIsCalmAndTellsWhomItCalled() {
    List<Incident> ofChain =
        incidents.stream().filter(incident -> incident.brand().equals("corner")).toList();

    assertThat(ofChain.get(ofChain.size() - 1).state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(pages)
        .filteredOn(page -> page.brand().equals("corner"))
        .last()
        .matches(page -> page.action() == PageAction.RESOLVE, "is an all-clear");
  }

  @Test
  void theInnThatBurnsIsNamedAloneAndPagesNobody() {
    assertThat(incidents)
        .filteredOn(incident -> incident.brand().equals("inn"))
        .isNotEmpty()
        .allSatisfy(
            incident -> {
              assertThat(incident.severity()).isEqualTo(Severity.NOTICE);
              assertThat(incident.parts().locations())
                  .extracting(BurningLocation::name)
                  .containsExactly("Inn 3");
            });
    assertThat(pages).noneMatch(page -> page.brand().equals("inn"));
  }

  private static String plan() {
    StringBuilder yaml = new StringBuilder("version: chain-1\nbrands:\n");
    brand(yaml, "corner", "warning: {locations: 10}, critical: {locations: 30}");
    yaml.append("    regions:\n      - {region: west, name: The West}\n");
    IntStream.range(0, 20).forEach(i -> yaml.append("      - {region: r" + i + "}\n"));
    yaml.append("    locations:\n");
    for (int place = 0; place < PLACES; place++) {
      String region = place < IN_THE_WEST ? "west" : "r" + place % 20;
      place(yaml, "Place " + place, "corner" + place, region);
    }
    brand(yaml, "inn", "");
    yaml.append("    regions: [{region: coast}]\n    locations:\n");
    IntStream.range(0, INNS).forEach(inn -> place(yaml, "Inn " + inn, "inn" + inn, "coast"));
    return yaml.toString();
  }

  private static void brand(StringBuilder yaml, String key, String limits) {
    yaml.append("  - brand: " + key + "\n    match: {handles: [" + key + "]}\n");
    yaml.append("    page: [{target: duty, transport: console, from: warning}]\n");
    for (String limit : limits.split("(?<=}), ", -1)) {
      yaml.append(limit.isEmpty() ? "" : "    " + limit + "\n");
    }
  }

  private static void place(StringBuilder yaml, String name, String handle, String region) {
    yaml.append(
        "      - {location: %s, name: %s, in: %s, handles: [%s]}%n"
            .formatted(handle, name, region, handle));
  }

  private static void writeMentions(Path file) throws Exception {
    Random random = new Random(4);
    MentionWriter writer = new MentionWriter();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int second = 0; second < END_SECONDS; second++) {
        boolean burning = second >= CALM_SECONDS && second < BURNT_SECONDS;
        for (int i = 0; i < 8; i++) {
          write(out, writer, second, "corner" + random.nextInt(PLACES), false, random);
        }
        for (int i = 0; i < 3; i++) {
          write(out, writer, second, "inn" + random.nextInt(INNS), false, random);
        }
        for (int place = 0; burning && place < BURNING; place++) {
          if (random.nextInt(5) == 0) {
            write(out, writer, second, "corner" + place, true, random);
          }
        }
        if (burning && second < CALM_SECONDS + 150 && random.nextInt(3) == 0) {
          write(out, writer, second, "inn3", true, random);
        }
      }
    }
  }

  private static void write(
      OutputStream out,
      MentionWriter writer,
      int second,
      String handle,
      boolean angry,
      Random random)
      throws Exception {
    String words = angry ? "terrible, disgusting, worst ever, never again" : "with friends today";
    StringBuilder text = new StringBuilder("@" + handle + " " + words);
    for (int i = 0; i < 6; i++) {
      text.append(" zz");
      random.ints(4, 'a', 'z' + 1).forEach(text::appendCodePoint);
    }
    String id = Long.toHexString(random.nextLong());
    Mention mention =
        new Mention(
            id,
            random.nextBoolean() ? "x" : "facebook",
            text.toString(),
            "en",
            START.plusSeconds(second).toEpochMilli(),
            new Author("a" + id, null, 100L, null, null),
            MentionKind.POST,
            null,
            null,
            List.of(),
            null,
            null,
            Visibility.PUBLIC,
            Engagement.NONE);
    out.write(writer.write(mention));
    out.write('\n');
  }
}
