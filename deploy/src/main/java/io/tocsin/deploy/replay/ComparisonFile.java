package io.tocsin.deploy.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.deploy.host.WholeFile;
import io.tocsin.incident.Severity;
import io.tocsin.jobs.wire.WireJson;
import io.tocsin.response.Page;
import io.tocsin.spike.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comparison as {@code comparison.json}, for programs.
 *
 * @param mentions name of the file that was replayed
 * @param onsetWindowSeconds how long a page answers an onset whose end is not known
 * @param plans in the order in which they were given
 */
record ComparisonFile(String mentions, long onsetWindowSeconds, List<PlanFigures> plans) {
  /** Its name in the folder. */
  static final String NAME = "comparison.json";

  /**
   * What one plan would have done.
   *
   * @param name of the plan among those that are compared
   * @param version of the plan
   * @param spikes that were raised
   * @param volumeSpikes of them, by volume
   * @param negativitySpikes of them, by negativity
   * @param reachSpikes of them, by reach
   * @param silences of them, watches that heard nothing where mentions are usual
   * @param incidents that were resolved
   * @param crises of them, those that were a warning or worse
   * @param pages calls for help
   * @param brandsPaged brands with a page
   * @param redirects valves that were opened
   * @param feedGaps times that the feed, or a channel of it, stood still
   * @param firstPage the earliest; null for none
   * @param onsets against known onsets; null where none are known
   */
  record PlanFigures(
      String name,
      String version,
      long spikes,
      long volumeSpikes,
      long negativitySpikes,
      long reachSpikes,
      long silences,
      long incidents,
      long crises,
      long pages,
      long brandsPaged,
      long redirects,
      long feedGaps,
      @Nullable PageFigures firstPage,
      @Nullable OnsetFigures onsets) {}

  /**
   * A page.
   *
   * @param brand the brand's key
   * @param at when it was decided
   * @param title its title
   */
  record PageFigures(String brand, Instant at, String title) {
    static PageFigures of(Page page) {
      return new PageFigures(page.brand(), page.at(), page.title());
    }
  }

  /**
   * Pages against known onsets.
   *
   * @param answered onsets that were paged
   * @param missed onsets that were not
   * @param falsePages pages without an onset
   */
  record OnsetFigures(
      List<AnswerFigures> answered, List<Onset> missed, List<PageFigures> falsePages) {
    static @Nullable OnsetFigures of(@Nullable OnsetScore score) {
      return score == null
          ? null
          : new OnsetFigures(
              score.answered().stream().map(AnswerFigures::of).toList(),
              score.missed(),
              score.falsePages().stream().map(PageFigures::of).toList());
    }
  }

  /**
   * An onset that was paged.
   *
   * @param onset that was known
   * @param page the first that answers it
   * @param delaySeconds from one to the other
   */
  record AnswerFigures(Onset onset, PageFigures page, long delaySeconds) {
    static AnswerFigures of(OnsetScore.Answer answer) {
      return new AnswerFigures(
          answer.onset(), PageFigures.of(answer.page()), answer.delay().toSeconds());
    }
  }

  static ComparisonFile of(Path mentions, Duration window, List<PlanResult> plans) {
    return new ComparisonFile(
        String.valueOf(mentions.getFileName()),
        window.toSeconds(),
        plans.stream().map(ComparisonFile::figures).toList());
  }

  private static PlanFigures figures(PlanResult result) {
    ReplaySummary summary = result.summary();
    List<Page> calls = summary.calls();
    return new PlanFigures(
        result.name(),
        result.plan().version(),
        summary.raised(null),
        summary.raised(Signal.VOLUME),
        summary.raised(Signal.NEGATIVITY),
        summary.raised(Signal.REACH),
        summary.raised(Signal.SILENCE),
        summary.incidents(Severity.NOTICE),
        summary.incidents(Severity.WARNING),
        calls.size(),
        summary.brandsPaged(),
        summary.opened(),
        summary.gaps().size(),
        calls.isEmpty() ? null : PageFigures.of(calls.get(0)),
        OnsetFigures.of(result.score()));
  }

  /**
   * Writes it into the folder.
   *
   * @throws IOException if it is no JSON, which would be a bug
   */
  void write(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    byte[] json =
        mapper
            .writerWithDefaultPrettyPrinter()
            .writeValueAsBytes(mapper.readTree(WireJson.toBytes(this)));
    WholeFile.write(folder.resolve(NAME), json);
  }
}
