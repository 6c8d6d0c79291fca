package io.tocsin.deploy.firehose.traffic;

/**
 * How people take an event, phase by phase.
 *
 * @param factor talk at its height, in times the usual
 * @param rampMillis how long it takes to get there
 * @param heardAfterMillis when those with many followers join
 * @param beginning the mood until then
 * @param height the mood from then on
 * @param end the mood while it fades
 */
record Story(
    double factor, long rampMillis, long heardAfterMillis, Mood beginning, Mood height, Mood end) {
  /** Everybody notices within seconds that nothing works. */
  static final Story OUTAGE =
      new Story(20, 5_000, 30_000, Mood.outageBegins(), Mood.outageSpreads(), Mood.outageFades());

  /** It takes ten minutes until all who will complain do. */
  static final Story SLOW_BURN =
      new Story(4 / 3.0, 600_000, 0, Mood.sour(), Mood.sour(), Mood.sour());

  /** A film takes half a minute to go round. */
  static final Story JOY = new Story(12, 30_000, 0, Mood.joy(), Mood.joy(), Mood.joy());
}
