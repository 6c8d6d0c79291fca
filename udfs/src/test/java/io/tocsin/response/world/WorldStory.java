package io.tocsin.response.world;

import io.tocsin.incident.Ack;
import io.tocsin.incident.AckAction;
import io.tocsin.incident.Incident;
import io.tocsin.mention.Drill;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.overflow.FakeRouter;
import io.tocsin.response.overflow.QueueNews;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.testing.Samples;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A quarter of an hour, or an hour and more, in which brands burn, people act, queues fill and the
 * plan changes. People act on what they see, so that a story is lived through once and can be told
 * again.
 */
final class WorldStory {
  private static final int HEEDED_MILLIS = 10_000;
  private static final int STEPS = 16;
  private static final List<AckAction> ACTIONS = List.of(AckAction.values());
  private static final List<Signal> SIGNALS =
      List.of(Signal.NEGATIVITY, Signal.NEGATIVITY, Signal.VOLUME, Signal.REACH, Signal.SILENCE);

  /** What came in, in the order of time. */
  final List<Happening> happenings = new ArrayList<>();

  /** The plan that it begins with. */
  final CrisisPlan first;

  /** When every silence has ended, and nothing can be reopened. */
  final Instant end;

  private final Random random;

  /** Seconds between two happenings, at most. */
  private final int pace;

  private final WorldPlans plans;
  private final Map<String, Spike> alight = new LinkedHashMap<>();
  private final Map<String, FakeRouter> routers = new TreeMap<>();
  private final @Nullable Drill drill;
  private CrisisPlan plan;
  private Instant now;
  private int turned;

  WorldStory(long seed) {
    random = new Random(seed);
    // Any hour of the days around the change to summer time.
    now = Instant.parse("2026-03-06T00:00:00Z").plusSeconds(random.nextInt(4 * 86_400));
    end = now.plusSeconds(86_400);
    pace = random.nextInt(16) == 0 ? 240 : 30;
    plans = new WorldPlans(random, now, pace * STEPS / 2);
    first = plans.plan("v1");
    plan = first;
    drill = random.nextInt(4) == 0 ? new Drill("d1", random.nextBoolean(), end) : null;
    WorldPlans.BRANDS.forEach(brand -> routers.put(brand, new FakeRouter(brand)));
  }

  /** Lives through it. */
  void live(World world) throws Exception {
    int change = random.nextInt(2 * STEPS);
    for (int step = 0; step < STEPS; step++) {
      now = now.plusMillis(1 + random.nextInt(pace * 1_000));
      boolean changes = step == change;
      // A new plan is heeded within ten seconds: nobody acts before.
      now = step == change + 1 ? now.plusMillis(HEEDED_MILLIS) : now;
      world.until(now.minusMillis(1));
      happens(
          new Happening(now, changes ? nextPlan() : null, spikes(), acks(world), work()), world);
    }
    while (!alight.isEmpty()) {
      now = now.plusSeconds(1);
      Spike last = alight.values().iterator().next();
      happens(
          new Happening(now, null, List.of(told(last, SpikePhase.ENDED)), List.of(), List.of()),
          world);
    }
    finish(world);
  }

  private void happens(Happening happening, World world) throws Exception {
    happenings.add(happening);
    world.take(happening);
    while (turned < world.redirects.size()) {
      var redirect = world.redirects.get(turned++);
      if (redirect.drill() == null) {
        Objects.requireNonNull(routers.get(redirect.brand())).hear(List.of(redirect));
      }
    }
  }

  /** People go on until every incident is over and nothing waits. */
  private void finish(World world) throws Exception {
    world.until(end);
    now = end;
    while (routers.values().stream().anyMatch(router -> !router.open.isEmpty())) {
      now = now.plusSeconds(30);
      List<QueueNews> news = new ArrayList<>();
      for (FakeRouter router : routers.values()) {
        router.move(now);
        List.copyOf(router.open.values()).forEach(mention -> router.answer(mention, now));
        news.addAll(router.news());
      }
      happens(new Happening(now, null, List.of(), List.of(), news), world);
    }
  }

  private CrisisPlan nextPlan() {
    plan =
        random.nextInt(3) == 0
            ? new CrisisPlan("v2", plan.brands(), plan.lastResort(), plan.drillReceivers())
            : plans.plan("v2");
    return plan;
  }

  private List<Spike> spikes() {
    Map<String, Spike> told = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Watch watch = watch().in(drill != null && random.nextInt(4) == 0 ? drill : null);
      Signal signal = SIGNALS.get(random.nextInt(SIGNALS.size()));
      told.computeIfAbsent(keyOf(watch, signal), unused -> next(watch, signal));
    }
    return List.copyOf(told.values());
  }

  private Spike next(Watch watch, Signal signal) {
    Spike before = alight.get(keyOf(watch, signal));
    if (before == null) {
      return told(spike(watch, signal), SpikePhase.RAISED);
    }
    return told(before, random.nextInt(3) == 0 ? SpikePhase.ENDED : SpikePhase.ONGOING);
  }

  private Watch watch() {
    String brand = WorldPlans.BRANDS.get(random.nextInt(WorldPlans.BRANDS.size()));
    return switch (random.nextInt(6)) {
      case 0, 1 -> Watch.ofBrand(brand);
      case 2 -> Watch.ofChannel(brand, "x");
      case 3 -> Watch.ofRegion(brand, "west");
      default -> Watch.ofLocation(brand, "place-" + random.nextInt(3));
    };
  }

  private Spike spike(Watch watch, Signal signal) {
    return Samples.spike(watch, signal, SpikePhase.RAISED, now, score());
  }

  private double score() {
    return 5 + random.nextInt(random.nextInt(3) == 0 ? 40 : 20);
  }

  /** The same spike as it is now. */
  private Spike told(Spike spike, SpikePhase phase) {
    Spike next =
        Samples.told(
            spike,
            phase == SpikePhase.RAISED ? spike.id() + "/" + now.toEpochMilli() : spike.id(),
            phase,
            now,
            phase == SpikePhase.ENDED ? spike.score() : score());
    String key = keyOf(spike.watch(), spike.signal());
    if (phase == SpikePhase.ENDED) {
      alight.remove(key);
    } else {
      alight.put(key, next);
    }
    return next;
  }

  private static String keyOf(Watch watch, Signal signal) {
    return watch.key() + watch.drill() + signal;
  }

  private List<Ack> acks(World world) {
    List<Incident> seen = List.copyOf(world.latest.values());
    return seen.isEmpty() || random.nextInt(3) > 0 ? List.of() : List.of(act(seen));
  }

  private Ack act(List<Incident> seen) {
    Incident incident = seen.get(random.nextInt(seen.size()));
    AckAction action = ACTIONS.get(random.nextInt(ACTIONS.size()));
    return new Ack(
        action.silences() && incident.drill() == null ? incident.brand() : incident.id(),
        incident.brand(),
        random.nextBoolean() ? "ada" : "bob",
        now,
        action,
        now.plusSeconds(random.nextInt(10 * pace)),
        random.nextBoolean() ? null : watchToSilence(incident.brand()),
        seen.get(random.nextInt(seen.size())).id(),
        null);
  }

  private String watchToSilence(String brand) {
    return random.nextBoolean() ? brand : brand + "/location/place-" + random.nextInt(3);
  }

  private List<QueueNews> work() {
    List<QueueNews> news = new ArrayList<>();
    for (FakeRouter router : routers.values()) {
      for (int i = random.nextInt(1 + 3 * random.nextInt(3)); i > 0; i--) {
        router.receive("queue-" + random.nextInt(2), now);
      }
      for (FakeRouter.Mention mention : List.copyOf(router.open.values())) {
        switch (random.nextInt(15)) {
          case 0, 1 -> router.claim(mention, now);
          case 2 -> router.release(mention, now);
          case 3, 4 -> router.answer(mention, now);
          default -> {}
        }
      }
      router.move(now);
      news.addAll(router.news());
    }
    return news;
  }
}
