package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;

/** Ordinary talk about a brand. */
final class Talk implements Traffic {
  private final Brand brand;
  private final Mood mood;
  private final Scribe scribe;

  Talk(Scene scene, Brand brand, int stream, Chance chance) {
    this.brand = brand;
    this.mood = Mood.ordinary(brand.negativeShare());
    this.scribe = new Scribe(scene, brand, stream, chance.fork(name()));
  }

  @Override
  public String name() {
    return "talk/" + brand.key();
  }

  @Override
  public double perSecond(long millis) {
    return brand.perSecondAt(millis);
  }

  @Override
  public Draft compose(long arrivalMillis) {
    return scribe.compose(mood, arrivalMillis);
  }
}
