package io.tocsin.deploy.firehose;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.people.Population;
import io.tocsin.deploy.firehose.text.Phrasebook;
import io.tocsin.deploy.firehose.traffic.Draft;
import io.tocsin.deploy.firehose.traffic.Scene;
import io.tocsin.deploy.firehose.traffic.Streams;
import io.tocsin.deploy.firehose.traffic.WorldEvent;
import io.tocsin.mention.MentionWriter;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * A simulated world of brands and the people who post about them.
 *
 * <p>It never reads a clock: whoever asks says until when. The same seed, start and settings give
 * the same bytes, however the time is cut into calls. Events only add to it: with or without them
 * the ordinary records are the same. Not thread-safe.
 */
public final class World {
  private static final long LATEST_REDELIVERY_MILLIS = 8_000;
  private static final List<Damage> DAMAGES = List.of(Damage.values());

  private final WorldSettings settings;
  private final Chance luck;
  private final Streams streams;
  private final Arrivals arrivals;
  private final PriorityQueue<Delivery> again =
      new PriorityQueue<>(
          Comparator.comparingLong(Delivery::arrivalMillis)
              .thenComparing(delivery -> delivery.draft().mention().id()));
  private final MentionWriter writer = new MentionWriter();
  private long nowMillis;

  /**
   * A world at its first moment.
   *
   * @param seed decides everything that is left to chance
   * @param startMillis when it begins, epoch milliseconds
   * @throws IllegalArgumentException if an event's brand is unknown
   */
  public World(long seed, long startMillis, WorldSettings settings) {
    Chance chance = new Chance(seed);
    Population population = new Population(settings.people(), chance.fork("people"), startMillis);
    Scene scene = new Scene(startMillis, population, new Phrasebook(), settings.lateShare());
    this.settings = settings;
    this.luck = chance.fork("luck");
    this.nowMillis = startMillis;
    this.streams = new Streams(scene, chance);
    this.arrivals = new Arrivals(settings.load(), startMillis, chance.fork("arrivals"));
    streams.ordinary(settings.brands(), settings.noiseShare()).forEach(arrivals::join);
    settings.events().forEach(this::happens);
  }

  /**
   * Something more happens in this world.
   *
   * @param event begins at least a second after {@link #nowMillis}, or at the world's own beginning
   * @throws IllegalArgumentException if its brand is unknown
   */
  public void happens(WorldEvent event) {
    arrivals.join(streams.talkOf(event, settings.brands()));
  }

  /** Until when records were given out, epoch milliseconds. */
  public long nowMillis() {
    return nowMillis;
  }

  /**
   * Gives out all further records that arrive at or before this moment, in the order of their
   * arrival.
   *
   * @param untilMillis epoch milliseconds; nothing comes if it is not later than {@link #nowMillis}
   */
  public void until(long untilMillis, Consumer<? super FirehoseRecord> receiver) {
    deliveriesUntil(untilMillis, delivery -> receiver.accept(encode(delivery)));
  }

  /** As {@link #until}, with the truth about each record. */
  void deliveriesUntil(long untilMillis, Consumer<? super Delivery> receiver) {
    while (arrivals.hasNext(untilMillis)) {
      giveAgain(arrivals.nextMillis() - 1, receiver);
      receiver.accept(deliver());
    }
    giveAgain(untilMillis, receiver);
    nowMillis = Math.max(nowMillis, untilMillis);
  }

  private void giveAgain(long untilMillis, Consumer<? super Delivery> receiver) {
    for (Delivery next = again.peek();
        next != null && next.arrivalMillis() <= untilMillis;
        next = again.peek()) {
      again.remove();
      receiver.accept(next);
    }
  }

  private Delivery deliver() {
    long arrivalMillis = arrivals.nextMillis();
    Draft draft = arrivals.take().compose(arrivalMillis);
    Chance own = luckOf(draft);
    if (own.happens(settings.malformedShare())) {
      return new Delivery(draft, arrivalMillis, RecordKind.MALFORMED);
    }
    if (own.happens(settings.redeliveredShare())) {
      long later = arrivalMillis + own.between(1L, LATEST_REDELIVERY_MILLIS);
      again.add(new Delivery(draft, later, RecordKind.REDELIVERY));
    }
    return new Delivery(draft, arrivalMillis, RecordKind.MENTION);
  }

  private FirehoseRecord encode(Delivery delivery) {
    Draft draft = delivery.draft();
    byte[] key = draft.mention().id().getBytes(US_ASCII);
    byte[] value = writer.write(draft.mention());
    if (delivery.kind() == RecordKind.MALFORMED) {
      value = luckOf(draft).fork("damage").oneOf(DAMAGES).apply(value);
    }
    return new FirehoseRecord(key, value, delivery.arrivalMillis(), delivery.kind());
  }

  /** Each post's own luck on its way, so that one more post changes nothing for the others. */
  private Chance luckOf(Draft draft) {
    return luck.fork(Long.parseLong(draft.mention().id()));
  }
}
