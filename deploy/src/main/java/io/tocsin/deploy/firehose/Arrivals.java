package io.tocsin.deploy.firehose;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.traffic.Traffic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When the posts of all streams arrive: for each stream a Poisson process whose rate follows the
 * stream's and wobbles a little.
 *
 * <p>It draws one second at a time: candidates at the second's highest rate, of which each is kept
 * with the ratio of the rate at its own moment to the highest (thinning; Lewis and Shedler 1979).
 * Rates must be straight lines or steps within a second.
 */
final class Arrivals {
  private static final long TICK_MILLIS = 1000;
  private static final double TICK_SECONDS = TICK_MILLIS / 1000.0;

  private final List<Traffic> streams = new ArrayList<>();
  private final List<Chance> chances = new ArrayList<>();
  private final List<Wobble> wobbles = new ArrayList<>();
  private final double load;
  private final Chance chance;

  /** Arrivals of the current second in order: milliseconds into it, then number of the stream. */
  private long[] due = new long[64];

  private int dueCount;
  private int position;
  private long tickStart;
  private long nextTick;

  Arrivals(double load, long startMillis, Chance chance) {
    this.load = load;
    this.nextTick = startMillis;
    this.chance = chance;
  }

  /** One more stream, from the next second that is drawn. */
  void join(Traffic stream) {
    Chance own = chance.fork(stream.name());
    streams.add(stream);
    chances.add(own);
    wobbles.add(new Wobble(own.fork("wobble")));
  }

  /** Whether something arrives at or before this moment, which {@link #nextMillis} then tells. */
  boolean hasNext(long untilMillis) {
    while (position == dueCount && nextTick <= untilMillis) {
      fill();
    }
    return position < dueCount && nextMillis() <= untilMillis;
  }

  /** When the next one arrives; only after {@link #hasNext} said so. */
  long nextMillis() {
    return tickStart + (due[position] >>> Integer.SIZE);
  }

  /** The stream of the next one, which is then passed. */
  Traffic take() {
    return streams.get((int) due[position++]);
  }

  private void fill() {
    tickStart = nextTick;
    nextTick += TICK_MILLIS;
    position = 0;
    dueCount = 0;
    for (int stream = 0; stream < streams.size(); stream++) {
      draw(stream);
    }
    Arrays.sort(due, 0, dueCount);
  }

  private void draw(int stream) {
    Traffic traffic = streams.get(stream);
    double highest = Math.max(traffic.perSecond(tickStart), traffic.perSecond(nextTick - 1));
    double factor = wobbles.get(stream).next();
    if (highest <= 0) {
      return;
    }
    Chance own = chances.get(stream);
    int candidates = own.poisson(highest * factor * load * TICK_SECONDS);
    for (int i = 0; i < candidates; i++) {
      int offset = own.below((int) TICK_MILLIS);
      if (own.happens(traffic.perSecond(tickStart + offset) / highest)) {
        add(offset, stream);
      }
    }
  }

  private void add(int offset, int stream) {
    if (dueCount == due.length) {
      due = Arrays.copyOf(due, 2 * dueCount);
    }
    due[dueCount++] = ((long) offset << Integer.SIZE) | stream;
  }
}
