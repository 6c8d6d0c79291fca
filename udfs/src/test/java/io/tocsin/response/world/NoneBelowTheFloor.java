package io.tocsin.response.world;

import io.tocsin.response.BackupPool;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CareQueue;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.QueueNews;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is moved to people who know less than the plan in force wants of whoever answers it: not
 * through a valve that is turned, nor through one that stood open before.
 */
final class NoneBelowTheFloor extends Promise {
  private final Map<String, Redirect> valves = new HashMap<>();
  private @Nullable CrisisPlan plan;
  private boolean changing;

  @Override
  void planned(CrisisPlan inForce) {
    plan = inForce;
    changing = true;
  }

  @Override
  void turned(Redirect redirect) {
    valves.put(redirect.id(), redirect);
    if (redirect.state() == ValveState.OPEN) {
      isAbove(redirect);
    }
  }

  /** What was moved at the moment of a new plan was moved by the one before. */
  @Override
  void heard(QueueNews news) {
    Assignment moved = news.assignment();
    Redirect valve =
        moved == null || moved.redirectId() == null ? null : valves.get(moved.redirectId());
    if (valve != null && !changing) {
      isAbove(valve);
    }
  }

  @Override
  void moment(Instant now) {
    changing = false;
  }

  private void isAbove(Redirect redirect) {
    BrandPlan brand =
        Objects.requireNonNull(plan).brands().stream()
            .filter(known -> known.brand().equals(redirect.brand()))
            .findFirst()
            .orElse(null);
    holds(brand != null, "a valve of a brand that the plan lacks", redirect);
    if (brand != null) {
      holds(
          known(brand, redirect.toQueue()).containsAll(floor(brand, redirect.fromQueue())),
          "below the floor",
          redirect);
    }
  }

  private static List<String> floor(BrandPlan brand, String queue) {
    return brand.care().queues().stream()
        .filter(known -> known.name().equals(queue))
        .flatMap(known -> known.skills().stream())
        .toList();
  }

  private static List<String> known(BrandPlan brand, String place) {
    Stream<String> pools =
        brand.care().pools().stream()
            .filter(pool -> pool.name().equals(place))
            .map(BackupPool::skills)
            .flatMap(List::stream);
    Stream<String> queues =
        brand.care().queues().stream()
            .filter(queue -> queue.name().equals(place))
            .map(CareQueue::skills)
            .flatMap(List::stream);
    return Stream.concat(pools, queues).toList();
  }
}
