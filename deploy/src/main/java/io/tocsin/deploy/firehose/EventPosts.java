package io.tocsin.deploy.firehose;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.people.Population;
import io.tocsin.deploy.firehose.text.Phrasebook;
import io.tocsin.deploy.firehose.traffic.Brand;
import io.tocsin.deploy.firehose.traffic.Scene;
import io.tocsin.deploy.firehose.traffic.Streams;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.mention.Mention;
import java.util.function.Consumer;

/**
 * The posts that one event causes, and nothing else, in the order of their arrival. The same seed
 * gives the same posts. Not thread-safe.
 */
public final class EventPosts {
  private static final int PEOPLE = 5_000;

  private final Arrivals arrivals;

  /**
   * The posts of an event.
   *
   * @param brand whom it happens to, and how much people usually talk about it
   */
  public EventPosts(long seed, WorldEvent event, Brand brand) {
    Chance chance = new Chance(seed);
    long start = event.startMillis();
    Population people = new Population(PEOPLE, chance.fork("people"), start);
    Scene scene = new Scene(start, people, new Phrasebook(), 0);
    arrivals = new Arrivals(1, start, chance.fork("arrivals"));
    arrivals.join(new Streams(scene, chance).talkOf(event, brand));
  }

  /**
   * Gives out all further posts that arrive at or before this moment.
   *
   * @param untilMillis epoch milliseconds
   */
  public void until(long untilMillis, Consumer<Mention> receiver) {
    while (arrivals.hasNext(untilMillis)) {
      long arrivalMillis = arrivals.nextMillis();
      receiver.accept(arrivals.take().compose(arrivalMillis).mention());
    }
  }
}
