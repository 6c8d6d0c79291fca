package io.tocsin.spike;

/** How the detector looked at a window that is over. */
public enum Look {
  /** At every slide, over minutes, against the baseline. */
  SUDDEN,
  /** At every row, over minutes to hours, among the watch's own days. */
  CALIBRATED,
  /** At every row, over an hour and a half of negativity. */
  SLOW_BURN
}
