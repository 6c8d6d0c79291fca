package io.tocsin.spike;

import io.tocsin.window.ExamplePost;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watch whose volume or negativity is beyond what its own past explains, with its reason.
 *
 * @param id the same for every phase of one spike: watch, signal and start
 * @param watch where
 * @param signal what
 * @param phase raised, ongoing or ended
 * @param at event time of this judgement
 * @param since estimated onset
 * @param windowMillis the window that says so most clearly
 * @param observed the signal's sum in that window
 * @param expected what the watch's own past would have given
 * @param score rarity in decades: 6 means that chance does this once in a million windows
 * @param mentions mentions in the window, each post counted. This and the figures that follow reach
 *     as far back as the watch remembers who spoke: hours where little is said, five minutes at
 *     least where much is
 * @param distinctTexts estimate of different texts in the window
 * @param distinctAuthors estimate of different authors in the window
 * @param negativeShare negative among the scored mentions of the window, from 0 to 1
 * @param usualNegativeShare the same in the watch's past
 * @param scoredShare mentions that a model could score, from 0 to 1
 * @param reach people reached in the window, at most in its last five minutes, estimate
 * @param windows every window that is over, by look; none once the spike has ended
 * @param evidence who speaks, of what, and how complete the figures are
 * @param examples public posts, by influence
 * @param why a few sentences for a person
 * @param planVersion names the crisis plan whose rules held; null outside of a job
 */
public record Spike(
    String id,
    Watch watch,
    Signal signal,
    SpikePhase phase,
    Instant at,
    Instant since,
    long windowMillis,
    double observed,
    double expected,
    double score,
    long mentions,
    long distinctTexts,
    long distinctAuthors,
    double negativeShare,
    double usualNegativeShare,
    double scoredShare,
    long reach,
    List<Excess> windows,
    Evidence evidence,
    List<ExamplePost> examples,
    String why,
    @Nullable String planVersion) {
  /** The same spike with sentences for a person. */
  Spike saying(String sentences) {
    return with(phase, at, windows, sentences, planVersion);
  }

  /** The same spike, which ends for another reason than that the watch is calm. */
  Spike endedAt(long millis) {
    return with(SpikePhase.ENDED, Instant.ofEpochMilli(millis), List.of(), why, planVersion);
  }

  /** The same spike, judged while this plan was in force. */
  Spike under(DetectionPlan plan) {
    return with(phase, at, windows, why, plan.version());
  }

  private Spike with(
      SpikePhase nextPhase,
      Instant when,
      List<Excess> over,
      String sentences,
      @Nullable String plan) {
    return new Spike(
        id,
        watch,
        signal,
        nextPhase,
        when,
        since,
        windowMillis,
        observed,
        expected,
        score,
        mentions,
        distinctTexts,
        distinctAuthors,
        negativeShare,
        usualNegativeShare,
        scoredShare,
        reach,
        over,
        evidence,
        examples,
        sentences,
        plan);
  }
}
