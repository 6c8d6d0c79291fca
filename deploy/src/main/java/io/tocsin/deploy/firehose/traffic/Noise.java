package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;

/** Talk about anything but a brand, which the firehose's filter lets through. */
final class Noise implements Traffic {
  private final double perSecond;
  private final Mood mood = Mood.noise();
  private final Scribe scribe;

  /**
   * Noise.
   *
   * @param perSecond posts a second at the daily mean
   */
  Noise(Scene scene, double perSecond, int stream, Chance chance) {
    this.perSecond = perSecond;
    this.scribe = new Scribe(scene, null, stream, chance.fork(name()));
  }

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public double perSecond(long millis) {
    return perSecond * Rhythm.ALL_DAY.factor(millis);
  }

  @Override
  public Draft compose(long arrivalMillis) {
    return scribe.compose(mood, arrivalMillis);
  }
}
