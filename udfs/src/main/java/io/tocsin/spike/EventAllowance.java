package io.tocsin.spike;

/**
 * How many times the usual a declared event explains. Of mentions and reach, as many as the
 * calendar says. Of negative mentions, as many as there really are mentions more than usual, and no
 * more than the calendar says: people who come for the event bring their share of bad mood, and a
 * crisis in the middle of it shows as a worse one. So a factor that is declared too high does not
 * make the watch deaf.
 */
final class EventAllowance {
  /**
   * Odds of negative that a crisis needs while an event is on, over the usual odds or over those
   * that the event itself has had of late, where it is a happy one. Among the happy posts of an
   * event, and through a model, an outage with twice their number shows as 2.4 times the usual.
   */
  static final double CRISIS_ODDS = 1.75;

  /** Odds of negative over the usual odds that it needs as well, however happy the event was. */
  static final double LEAST_ODDS = 1.25;

  private EventAllowance() {}

  /**
   * Times the usual that the event explains, from 1.
   *
   * @param factor times the usual that the calendar declares, from 1
   * @param voices that were heard
   * @param usualVoices that the baseline gives
   */
  static double of(Signal signal, double factor, double voices, double usualVoices) {
    if (signal != Signal.NEGATIVITY || factor == 1) {
      return factor;
    }
    return Math.min(factor, Math.max(1, voices / Math.max(0.1, usualVoices)));
  }

  /** What is left of a value when the event has explained its part: never less than is usual. */
  static double rest(double value, double usual, double allowance) {
    return Math.max(Math.min(value, usual), value / allowance);
  }
}
