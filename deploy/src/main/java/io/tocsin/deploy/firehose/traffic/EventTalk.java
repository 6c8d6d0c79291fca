package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;

/** The talk that an event causes, on top of the ordinary. */
final class EventTalk implements Traffic {
  private final WorldEvent event;
  private final Brand brand;
  private final Story story;
  private final Envelope envelope;
  private final Scribe scribe;

  EventTalk(Scene scene, WorldEvent event, Brand brand, Story story, int stream, Chance chance) {
    this.event = event;
    this.brand = brand;
    this.story = story;
    this.envelope =
        new Envelope(
            event.startMillis(), story.rampMillis(), WorldEvent.FADE_MILLIS, event.endMillis());
    this.scribe = new Scribe(scene, brand, stream, chance.fork(name()));
  }

  @Override
  public String name() {
    return "event/" + event.kind() + "/" + event.brand() + "/" + event.startMillis();
  }

  @Override
  public double perSecond(long millis) {
    return (story.factor() - 1) * brand.perSecondAt(millis) * envelope.level(millis);
  }

  @Override
  public Draft compose(long arrivalMillis) {
    return scribe.compose(moodAt(arrivalMillis), arrivalMillis);
  }

  private Mood moodAt(long millis) {
    if (millis < event.startMillis() + story.heardAfterMillis()) {
      return story.beginning();
    }
    return millis < event.endMillis() - WorldEvent.FADE_MILLIS ? story.height() : story.end();
  }
}
