package io.tocsin.deploy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.Tocsin;
import io.tocsin.deploy.schema.SampleRecords;
import io.tocsin.incident.Ack;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import io.tocsin.spike.Spike;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PageStoryTest {
  private static final Page PAGE = (Page) SampleRecords.full(Topic.PAGES);

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeTheLog() throws IOException {
    for (Topic topic : List.of(Topic.SPIKES, Topic.INCIDENTS, Topic.PAGES)) {
      write(topic, SampleRecords.full(topic));
    }
  }

  @Test
  void saysFromAReplaysFolderWhoWasPagedWhyAndByWhat() {
    assertThat(explain(PAGE.dedupKey(), folder)).as(err.toString()).isZero();

    assertThat(out.toString())
        .contains("Page " + PAGE.dedupKey())
        .contains("decided at " + PAGE.at() + " by plan v1")
        .contains("the rule pages first-line from warning on, at once, 3 times, 5 min apart")
        .contains("this is page 2 of 3 to night-shift")
        .contains("night-shift was on call in first-line at that moment")
        .contains("cem had acknowledged it before")
        .contains("paged before or together with it: ben")
        .contains(": opened, open, critical")
        .contains("because negativity is as rare as the plan's critical score")
        .contains("rarity 31.5 decades (critical from 30.0)")
        .contains("(its figures are the incident's)")
        .contains("no receipt")
        .contains("What to do");
  }

  @Test
  void tellsReceiptsAndAcknowledgementsWhereTheyAre() throws IOException {
    write(Topic.PAGE_RECEIPTS, SampleRecords.full(Topic.PAGE_RECEIPTS));
    write(Topic.ACKS, new Ack(PAGE.incidentId(), "acme", "ada", PAGE.at().plusSeconds(95)));

    explain(PAGE.dedupKey(), folder);

    assertThat(out.toString())
        .contains("delivered after ")
        .contains("ada took it at ", "95 s after this page");
  }

  @Test
  void doesNotGuessWhatTheLogDoesNotHold() {
    Page old = (Page) SampleRecords.sparse(Topic.PAGES);
    DecisionLog log = new DecisionLog(List.of(), List.of(), List.of(old), List.of(), List.of());

    assertThat(PageStory.of(log, old))
        .contains(
            "  the rule and who was on call are not in the log: an older job decided this page")
        .contains("  the log does not reach back to it");
  }

  @Test
  void looksAtTheIncidentAsItWasWhenThePageWasDecided() {
    Incident then = (Incident) SampleRecords.full(Topic.INCIDENTS);
    Spike spike = (Spike) SampleRecords.full(Topic.SPIKES);
    PageReceipt receipt = (PageReceipt) SampleRecords.full(Topic.PAGE_RECEIPTS);
    Incident later =
        then.told(
            IncidentState.ACKNOWLEDGED,
            IncidentChange.ACKNOWLEDGED,
            PAGE.at().plusSeconds(60),
            "ada",
            then.handling());
    DecisionLog log =
        new DecisionLog(
            List.of(spike), List.of(later, then), List.of(PAGE), List.of(receipt), List.of());

    assertThat(PageStory.of(log, PAGE))
        .contains("  as told at " + then.at() + ": opened, open, critical")
        .contains(
            "  the job knew at %s: %s acknowledged: acknowledged, critical, taken by ada"
                .formatted(later.at(), later.at()));
  }

  @Test
  void namesNearPagesWhenThereIsNone() {
    assertThat(explain(PAGE.dedupKey().replace("night", "nigth"), folder)).isEqualTo(2);
    assertThat(err.toString())
        .contains("no page '", "' among 1; nearest: " + PAGE.dedupKey())
        .hasLineCount(1);
  }

  @Test
  void wantsALogAndOneOnly() throws IOException {
    assertThat(explain(PAGE.dedupKey(), folder.resolve("nowhere"))).isEqualTo(2);
    assertThat(err.toString()).contains("cannot read ", "spikes.jsonl: no such file or folder");
    assertThat(command().execute("explain", "--page", "x")).isEqualTo(2);
    assertThat(command().execute("explain", "--page", "x", "--replay", ".", "--kafka", "k:1"))
        .isEqualTo(2);
  }

  private int explain(String id, Path where) {
    return command().execute("explain", "--page", id, "--replay", where.toString());
  }

  private CommandLine command() {
    return Tocsin.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }

  private void write(Topic topic, Object record) throws IOException {
    Files.write(folder.resolve(topic.fileName()), WireJson.toBytes(record));
  }
}
