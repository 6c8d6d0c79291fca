package io.tocsin.deploy.firehose.traffic;

/**
 * How strong an event is over its life: it rises along a line, holds at 1 and fades along a line.
 *
 * @param startMillis before this it is 0
 * @param rampMillis how long it takes to rise
 * @param fadeMillis how long it takes to fade
 * @param endMillis from here on it is 0
 */
record Envelope(long startMillis, long rampMillis, long fadeMillis, long endMillis) {
  /** From 0 to 1. */
  double level(long millis) {
    if (millis < startMillis || millis >= endMillis) {
      return 0;
    }
    double risen = rampMillis == 0 ? 1 : (double) (millis - startMillis) / rampMillis;
    double left = fadeMillis == 0 ? 1 : (double) (endMillis - millis) / fadeMillis;
    return Math.min(1, Math.min(risen, left));
  }
}
