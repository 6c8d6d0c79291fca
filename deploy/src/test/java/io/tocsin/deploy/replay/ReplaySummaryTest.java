package io.tocsin.deploy.replay;

import static io.tocsin.deploy.replay.Samples.feed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.feed.FeedPhase;
import io.tocsin.feed.FeedReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplaySummaryTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void tellsFromWhenToWhenTheFeedStoodStill() {
    assertThat(
            lines(
                feed(FeedPhase.STANDING_STILL, null, NOON, NOON.plusSeconds(60)),
                feed(FeedPhase.RUNNING_AGAIN, null, NOON, NOON.plusSeconds(600)),
                feed(FeedPhase.STANDING_STILL, "x", NOON.plusSeconds(900), NOON.plusSeconds(960)),
                feed(FeedPhase.ENDED, null, NOON.plusSeconds(2_000), NOON.plusSeconds(2_000))))
        .containsSubsequence(
            "the feed, or a channel of it, stood still 2 times",
            "  all channels from 2026-03-01T12:00:00Z to 2026-03-01T12:10:00Z",
            "  channel x from 2026-03-01T12:15:00Z to the end",
            "0 pages, 0 redirects");
  }

  @Test
  void listsNoMoreGapsThanOneReads() {
    List<FeedReport> reports = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      Instant since = NOON.plusSeconds(3_600L * i);
      reports.add(feed(FeedPhase.STANDING_STILL, null, since, since.plusSeconds(60)));
    }

    assertThat(lines(reports.toArray(FeedReport[]::new)))
        .contains("the feed, or a channel of it, stood still 14 times")
        .contains("  and 4 times more: feed.jsonl lists them")
        .filteredOn(line -> line.contains("all channels"))
        .hasSize(10);
  }

  @Test
  void saysThatTheFeedNeverStoodStill() {
    assertThat(lines()).contains("the feed never stood still");
  }

  private static List<String> lines(FeedReport... reports) {
    return ReplaySummary.of(List.of(), List.of(reports), List.of(), List.of(), List.of(), List.of())
        .lines();
  }
}
