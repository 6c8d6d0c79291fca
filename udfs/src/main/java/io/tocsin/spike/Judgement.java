package io.tocsin.spike;

import io.tocsin.window.WindowSums;

/**
 * One window of one signal held against its baseline.
 *
 * @param window the sums
 * @param observed the signal in the window
 * @param expected what the baseline gives it
 * @param decades rarity
 */
record Judgement(WindowSums window, double observed, double expected, double decades) {
  long windowMillis() {
    return window.windowMillis();
  }
}
