package io.tocsin.response.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Ack;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What Tocsin promises holds in ten thousand worlds of plans, spikes, people, queues and drills;
 * and whatever is lost in a crash and comes again, each world ends in the same pages.
 */
class CrisisWorldsTest {
  private static final int WORLDS = Integer.getInteger("worlds", 10_000);
  private static final long FIRST_SEED = Long.getLong("world", 20_261_201);

  private final LongAdder pages = new LongAdder();
  private final LongAdder redirects = new LongAdder();
  private final LongAdder crashes = new LongAdder();

  @Test
  void everyWorldKeepsEveryPromise() {
    List<String> broken =
        LongStream.range(FIRST_SEED, FIRST_SEED + WORLDS)
            .parallel()
            .mapToObj(this::live)
            .filter(Objects::nonNull)
            .toList();

    assertThat(broken.stream().limit(3)).as(broken.size() + " worlds are broken").isEmpty();
    if (WORLDS > 1) {
      assertThat(List.of(pages.sum(), redirects.sum(), crashes.sum()))
          .as("pages, turned valves and crashes")
          .allMatch(count -> count > WORLDS);
    }
  }

  /** What went wrong; null where nothing did. */
  private @Nullable String live(long seed) {
    try {
      WorldStory story = new WorldStory(seed);
      World calm = liveCalmly(story);
      liveThroughCrashes(story, calm, new Random(seed));
      return null;
    } catch (Exception | AssertionError e) {
      StackTraceElement at = e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
      return "seed " + seed + ": " + e + " at " + at;
    }
  }

  private static List<Promise> promises() {
    return List.of(
        new NoPageWithoutAReason(),
        new NoneLost(),
        new NoneTwice(),
        new NoneAfterAnAcknowledgement(),
        new NoneBelowTheFloor(),
        new NoDrillReachesRealPeople(),
        new EverythingOpenedIsClosed());
  }

  private World liveCalmly(WorldStory story) throws Exception {
    List<Promise> promises = promises();
    World world = new World(story.first, promises);
    story.live(world);
    promises.forEach(Promise::ended);
    world.sweep(story.end.plusSeconds(2 * 86_400));
    if (world.leftovers() > 0) {
      throw new AssertionError(world.leftovers() + " books are left");
    }
    pages.add(world.pages.size());
    redirects.add(world.redirects.size());
    return world;
  }

  /** Loses what it knows now and then, and people's actions come again. */
  private void liveThroughCrashes(WorldStory story, World calm, Random random) throws Exception {
    World world = new World(story.first, List.of());
    World.Snapshot snapshot = world.snapshot();
    int from = 0;
    for (int next = 0; next < story.happenings.size(); next++) {
      Happening happening = story.happenings.get(next);
      switch (random.nextInt(16)) {
        case 0, 1 -> {
          world.until(between(story, next, random));
          snapshot = world.snapshot();
          from = next;
        }
        case 2 -> {
          world.until(between(story, next, random));
          tellsTheSame(world, calm);
          world.crash(snapshot);
          crashes.increment();
          next = from - 1;
          continue;
        }
        default -> {}
      }
      List<Ack> done = actsBefore(story, next);
      boolean again = !done.isEmpty() && happening.plan() == null && random.nextInt(4) == 0;
      world.take(again ? happening.again(done.get(random.nextInt(done.size()))) : happening);
    }
    tellsTheSame(world, calm);
    if (world.pages.size() < calm.pages.size()) {
      throw new AssertionError("pages were lost in crashes: " + calm.pages.size());
    }
  }

  /** Up to now, to the letter. */
  private static void tellsTheSame(World world, World calm) {
    begins("incidents", world.incidents, calm.incidents);
    begins("pages", world.pages, calm.pages);
    begins("redirects", world.redirects, calm.redirects);
  }

  private static List<Ack> actsBefore(WorldStory story, int next) {
    return story.happenings.subList(0, next).stream()
        .flatMap(happening -> happening.acks().stream())
        .toList();
  }

  /** Any moment since what happened before this. */
  private static Instant between(WorldStory story, int next, Random random) {
    Instant end = story.happenings.get(next).at();
    Instant begin = next == 0 ? end : story.happenings.get(next - 1).at();
    return begin.plusMillis(
        (long) (random.nextDouble() * (end.toEpochMilli() - begin.toEpochMilli())));
  }

  private static <T> void begins(String what, List<T> told, List<T> calm) {
    for (int i = 0; i < told.size(); i++) {
      if (i >= calm.size() || !told.get(i).equals(calm.get(i))) {
        throw new AssertionError(
            "the same world gave other " + what + " after crashes: " + told.get(i));
      }
    }
  }
}
