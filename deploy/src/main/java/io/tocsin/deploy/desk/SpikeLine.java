package io.tocsin.deploy.desk;

import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import java.time.Instant;

/**
 * A spike as the page shows it.
 *
 * @param id the spike's
 * @param watch the watch's key
 * @param signal what of the watch
 * @param phase raised, ongoing or ended
 * @param since estimated onset
 * @param at event time of the latest judgement
 * @param windowMillis the window that says so most clearly
 * @param observed the signal's sum in that window
 * @param expected what the watch's own past would have given there
 * @param score rarity in decades
 * @param why a few sentences for a person
 * @param drill whether it is part of an exercise
 */
record SpikeLine(
    String id,
    String watch,
    Signal signal,
    SpikePhase phase,
    Instant since,
    Instant at,
    long windowMillis,
    double observed,
    double expected,
    double score,
    String why,
    boolean drill) {
  static SpikeLine of(Spike spike) {
    return new SpikeLine(
        spike.id(),
        spike.watch().key(),
        spike.signal(),
        spike.phase(),
        spike.since(),
        spike.at(),
        spike.windowMillis(),
        spike.observed(),
        spike.expected(),
        spike.score(),
        spike.why(),
        spike.watch().drill() != null);
  }
}
