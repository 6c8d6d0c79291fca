package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.people.Person;
import io.tocsin.mention.Engagement;

/** How people react to a post in its first seconds. */
final class Audience {
  private static final double NOTICED = 0.35;
  private static final double MOST_VIEWS = 0.2;
  private static final double MOST_LIKES = 0.02;
  private static final double MOST_SHARES = 0.4;
  private static final double MOST_REPLIES = 0.2;

  private Audience() {}

  /** Reactions to a post of this person: none at most, and more for those with followers. */
  static Engagement reactions(Person person, Chance chance) {
    if (!chance.happens(NOTICED)) {
      return Engagement.NONE;
    }
    double luck = chance.unit() * chance.unit();
    long likes = (long) (person.audience() * MOST_LIKES * luck);
    long views = person.channel().tellsViews() ? views(person, luck) : 0;
    return new Engagement(
        likes,
        (long) (likes * chance.between(0, MOST_SHARES)),
        (long) (likes * chance.between(0, MOST_REPLIES)),
        views);
  }

  private static long views(Person person, double luck) {
    return 1 + (long) (person.audience() * MOST_VIEWS * luck);
  }
}
