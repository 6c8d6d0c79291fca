package io.tocsin.deploy.firehose.traffic;

import io.tocsin.deploy.firehose.chance.Chance;
import io.tocsin.deploy.firehose.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * The posts of a stream that people still see and repeat: the last few of those with an audience,
 * and a few by luck.
 */
final class RecentPosts {
  private static final int SIZE = 32;
  private static final long WIDE_AUDIENCE = 20_000;
  private static final double SEEN_BY_LUCK = 0.05;

  private final @Nullable Seen[] ring = new Seen[SIZE];
  private int count;

  /** Remembers a post, if people come to see it. */
  void add(Draft draft, Person writer, Chance chance) {
    if (writer.audience() >= WIDE_AUDIENCE || chance.happens(SEEN_BY_LUCK)) {
      ring[count % SIZE] = new Seen(draft, writer);
      count++;
    }
  }

  /** A post that somebody just saw, newer ones more likely; null while there is none. */
  @Nullable Seen pick(Chance chance) {
    int known = Math.min(count, SIZE);
    if (known == 0) {
      return null;
    }
    int back = (int) (chance.unit() * chance.unit() * known);
    return ring[(count - 1 - back) % SIZE];
  }

  /** A post and who wrote it. */
  record Seen(Draft draft, Person writer) {}
}
