package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.people.Channel;
import io.tocsin.deploy.firehose.people.Person;
import io.tocsin.deploy.firehose.people.Population;
import io.tocsin.deploy.firehose.text.Intent;
import io.tocsin.deploy.firehose.text.Language;
import io.tocsin.deploy.firehose.text.Topic;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import java.util.List;
import java.util.stream.Stream;

/** A few accounts repost one text about a brand, each time with another link. */
final class BotFlood implements Traffic {
  private static final double FACTOR = 6;
  private static final int BOTS = 6;

  private final WorldEvent event;
  private final Brand brand;
  private final Chance chance;
  private final Postmark postmark;
  private final List<Person> bots;
  private final String bait;

  BotFlood(Scene scene, WorldEvent event, Brand brand, int stream, Chance chance) {
    this(scene, event, brand, new Ids(scene.startMillis(), stream), chance);
  }

  BotFlood(Scene scene, WorldEvent event, Brand brand, Ids ids, Chance chance) {
    this.event = event;
    this.brand = brand;
    this.chance = chance.fork(name());
    this.postmark = new Postmark(ids, scene.lateShare(), this.chance);
    this.bots = bots(scene.population());
    Person first = bots.get(0);
    this.bait =
        "RT @"
            + first.handle()
            + ": "
            + new Wording(scene.phrasebook(), brand, this.chance)
                .words(first, Topic.SPAM, Intent.NEUTRAL);
  }

  @Override
  public String name() {
    return "event/" + event.kind() + "/" + event.brand() + "/" + event.startMillis();
  }

  @Override
  public double perSecond(long millis) {
    boolean on = millis >= event.startMillis() && millis < event.endMillis();
    return on ? (FACTOR - 1) * brand.perSecondAt(millis) : 0;
  }

  @Override
  public Draft compose(long arrivalMillis) {
    String text = bait + Integer.toHexString(chance.below(Integer.MAX_VALUE));
    Mention mention =
        postmark.stamp(chance.oneOf(bots), text, MentionKind.REPOST, null, arrivalMillis);
    return new Draft(mention, brand.key(), Topic.SPAM, Intent.NEUTRAL);
  }

  private List<Person> bots(Population population) {
    Language language = Mood.LANGUAGES.pick(chance);
    return Stream.generate(() -> population.anybody(language, Channel.X, chance))
        .limit(BOTS)
        .toList();
  }
}
