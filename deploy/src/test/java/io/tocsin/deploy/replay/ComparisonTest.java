package io.tocsin.deploy.replay;

import static io.tocsin.deploy.replay.Samples.call;
import static io.tocsin.deploy.replay.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.response.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final List<Onset> ONSETS =
      List.of(
          new Onset("acme", "outage", NOON, null),
          new Onset("zeta", "", NOON.plusSeconds(7_200), null));

  private final PlanResult strict =
      result(
          "strict",
          call("acme", "i1", NOON.plusSeconds(40)),
          call("acme", "i1", NOON.plusSeconds(100)));
  private final PlanResult mild =
      result(
          "mild",
          call("acme", "i0", NOON.minusSeconds(3_600)),
          call("acme", "i1", NOON.plusSeconds(40)),
          call("zeta", "i2", NOON.plusSeconds(7_800)));

  @Test
  void setsPlansSideBySide() {
    assertThat(new Comparison(List.of(strict, mild), ONSETS).lines())
        .containsExactly(
            "                                strict                  mild",
            "spikes                               0                     0",
            "  of volume                          0                     0",
            "  of negativity                      0                     0",
            "  of reach                           0                     0",
            "  of silence                         0                     0",
            "incidents                            0                     0",
            "  of them crises                     0                     0",
            "pages                                2                     3",
            "brands paged                         1                     2",
            "first page        2026-03-01T12:00:40Z  2026-03-01T11:00:00Z",
            "redirects                            0                     0",
            "feed gaps                            1                     1",
            "onsets paged                    1 of 2                2 of 2",
            "onsets missed                        1                     0",
            "false pages                          0                     1",
            "delay, median                  0:00:40               0:00:40",
            "delay, longest                 0:00:40               0:10:00",
            "onset 2026-03-01T12:00:00Z acme (outage); strict: paged after 0:00:40;"
                + " mild: paged after 0:00:40",
            "onset 2026-03-01T14:00:00Z zeta; strict: MISSED; mild: paged after 0:10:00",
            "false page of mild: 2026-03-01T11:00:00Z acme: warning");
  }

  @Test
  void saysNothingOfOnsetsWhereNoneAreKnown() {
    assertThat(new Comparison(List.of(strict, mild), List.of()).lines())
        .hasSize(13)
        .noneMatch(line -> line.contains("onset"));
  }

  @Test
  void standsInAFileForPrograms(@TempDir Path folder) throws Exception {
    ComparisonFile.of(Path.of("data", "m.jsonl"), WINDOW, List.of(strict)).write(folder);

    assertThat(Files.readString(folder.resolve("comparison.json")))
        .isEqualToIgnoringWhitespace(
            """
            {"mentions": "m.jsonl", "onsetWindowSeconds": 86400, "plans": [
              {"name": "strict", "version": "v1", "spikes": 0, "volumeSpikes": 0,
               "negativitySpikes": 0, "reachSpikes": 0, "silences": 0, "incidents": 0, "crises": 0, "pages": 2, "brandsPaged": 1,
               "redirects": 0, "feedGaps": 1,
               "firstPage": {"brand": "acme", "at": "2026-03-01T12:00:40Z",
                             "title": "acme: warning"},
               "onsets": {
                 "answered": [
                   {"onset": {"brand": "acme", "name": "outage", "onset": "2026-03-01T12:00:00Z",
                              "end": null},
                    "page": {"brand": "acme", "at": "2026-03-01T12:00:40Z",
                             "title": "acme: warning"},
                    "delaySeconds": 40}],
                 "missed": [{"brand": "zeta", "name": "", "onset": "2026-03-01T14:00:00Z",
                             "end": null}],
                 "falsePages": []}}]}
            """);
  }

  private static PlanResult result(String name, Page... calls) {
    List<Page> pages = List.of(calls);
    return new PlanResult(
        name,
        plan("v1"),
        Path.of(name),
        ReplaySummary.of(
            List.of(), List.of(Samples.gap(NOON)), List.of(), List.of(), pages, List.of()),
        OnsetScore.of(pages, ONSETS, WINDOW));
  }
}
