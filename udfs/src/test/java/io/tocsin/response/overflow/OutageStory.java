package io.tocsin.response.overflow;

import io.tocsin.incident.BrandBook;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.IncidentTracker;
import io.tocsin.incident.Severity;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.QueueRedirect;
import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import io.tocsin.spike.DetectorPolicy;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikeDetector;
import io.tocsin.spike.WatchState;
import io.tocsin.testing.Samples;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A telecom with a care team and two backup pools, without Flink: mentions, panes, spikes,
 * incident, queues. One mention in five asks for an answer and waits in the queue; each person
 * answers one in two minutes.
 */
final class OutageStory {
  /** People in both pools. */
  static final int HEADS = 90;

  private static final long SLIDE = 10_000;
  private static final int CALM_SLIDES = 720;
  private static final int OUTAGE_SLIDES = 60;
  private static final double USUAL_A_SLIDE = 5;
  private static final int TIMES_THE_USUAL = 20;
  private static final int TEAM = 20;
  private static final double ANSWERS_A_SLIDE = 1.0 / 12;
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant OUTAGE = START.plusMillis(CALM_SLIDES * SLIDE);

  int valvesBeforeTheOutage;
  int mostMoved;
  boolean longestWaitKept = true;

  private final BrandPlan plan =
      Plans.plan(
          List.of(Plans.queue("care", 40L, "networks")),
          List.of(
              Plans.pool("shops", 90, 30, "networks", "billing"),
              Plans.pool("office", 180, 60, "networks")),
          List.of(
              new QueueRedirect(
                  "care", List.of("shops", "office"), Severity.WARNING, 0.7, 300_000)));
  private final SpikeDetector detector =
      new SpikeDetector(DetectorPolicy.standard(SLIDE), Map.of());
  private final Map<String, WatchState> states = new TreeMap<>();
  private final IncidentTracker tracker = new IncidentTracker(plan.incidentPolicy(), "v1");
  private final BrandBook brandBook = new BrandBook();
  private final PartialPanes panes = new PartialPanes(SLIDE);
  private final BrandQueues queues = new BrandQueues(plan, "v1");
  private final OverflowBook book = new OverflowBook();
  private final TicketsInMemory tickets = new TicketsInMemory();
  private final FakeRouter router = new FakeRouter(Plans.BRAND);
  private final Random random;
  private int posts;
  private Instant now = START;

  private OutageStory(long seed) {
    random = new Random(seed);
  }

  /** Two calm hours, ten minutes of outage, and until everybody is answered. */
  static OutageStory of(long seed) throws Exception {
    OutageStory story = new OutageStory(seed);
    for (int slide = 0; slide < CALM_SLIDES; slide++) {
      story.slide(USUAL_A_SLIDE, 0.15);
    }
    story.valvesBeforeTheOutage = story.router.told.size();
    for (int slide = 0; slide < OUTAGE_SLIDES; slide++) {
      story.slide(TIMES_THE_USUAL * USUAL_A_SLIDE, 0.9);
    }
    while (story.incident() != null || !story.book.valves.isEmpty()) {
      story.slide(USUAL_A_SLIDE, 0.15);
    }
    return story;
  }

  /** How many people of the pools were offered work so long after the first mention. */
  double offered(Duration after) {
    Map<String, Double> byValve = new TreeMap<>();
    for (Redirect redirect : router.told) {
      if (!redirect.at().isAfter(OUTAGE.plus(after)) && redirect.quota() != null) {
        byValve.merge(redirect.id(), share(redirect), Math::max);
      }
    }
    return byValve.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private double share(Redirect redirect) {
    return plan.care().pools().stream()
        .filter(pool -> pool.name().equals(redirect.toQueue()))
        .mapToDouble(
            pool ->
                redirect.quota() == null
                    ? 0
                    : pool.heads() * redirect.quota() / (double) pool.capacity())
        .sum();
  }

  List<Redirect> told() {
    return router.told;
  }

  List<Redirect> last() {
    return router.valves();
  }

  /** Turns of the valve that was turned most. */
  long turnsAValve() {
    return router.valves().stream()
        .mapToLong(
            valve ->
                router.told.stream()
                    .filter(told -> told.id().equals(valve.id()))
                    .filter(told -> told.state() == ValveState.OPEN)
                    .count())
        .max()
        .orElse(0);
  }

  private @Nullable Incident incident() {
    return brandBook.incident;
  }

  private void slide(double rate, double angry) throws Exception {
    Instant end = now.plusMillis(SLIDE);
    int count = (int) rate + (random.nextDouble() < rate - (int) rate ? 1 : 0);
    for (int i = 0; i < count; i++) {
      Instant at = now.plusMillis(random.nextInt((int) SLIDE));
      float negative = random.nextDouble() < angry ? 0.9f : 0.05f;
      panes.add(
          Samples.scored(
              Samples.mention("m" + posts++, "x", at.toEpochMilli()), negative, Plans.BRAND),
          at.toEpochMilli());
      if (random.nextInt(5) == 0) {
        router.receive("care", at);
      }
    }
    now = end;
    List<QueueNews> news = new ArrayList<>();
    Incident changed = judge();
    if (changed != null) {
      news.add(QueueNews.of(changed));
    }
    work("care", TEAM);
    plan.care().pools().forEach(pool -> work(pool.name(), pool.heads()));
    router.move(now);
    mostMoved =
        Math.max(
            mostMoved, (int) router.open.values().stream().filter(m -> m.valve != null).count());
    news.addAll(router.news());
    news.sort(QueueNews.IN_ORDER);
    router.hear(queues.onNews(book, tickets, news, now));
    checkWaits();
    if (now.toEpochMilli() % 3_600_000 == 0) {
      queues.sweep(book, tickets, now);
    }
    queues.report(book, now, true);
  }

  private void work(String place, int people) {
    List<FakeRouter.Mention> waiting =
        router.open.values().stream().filter(mention -> mention.place.equals(place)).toList();
    waiting.stream()
        .sorted(Comparator.comparing((FakeRouter.Mention mention) -> mention.since))
        .limit((long) (people * ANSWERS_A_SLIDE + random.nextDouble()))
        .forEach(mention -> router.answer(mention, now));
  }

  private void checkWaits() {
    for (FakeRouter.Mention mention : router.open.values()) {
      Ticket ticket = tickets.get(mention.id);
      longestWaitKept &=
          ticket != null && ticket.waitingSinceMillis == mention.since.toEpochMilli();
    }
  }

  private @Nullable Incident judge() {
    Map<String, List<Pane>> byWatch = new TreeMap<>();
    states.keySet().forEach(key -> byWatch.put(key, new ArrayList<>()));
    panes.flushBefore(
        Long.MAX_VALUE,
        pane -> byWatch.computeIfAbsent(pane.watch().key(), key -> new ArrayList<>()).add(pane));
    List<Spike> spikes = new ArrayList<>();
    byWatch.forEach(
        (key, parts) ->
            spikes.addAll(
                detector.onSlide(
                    Watch.ofKey(key),
                    states.computeIfAbsent(
                        key, unused -> new WatchState(DetectorPolicy.standard(SLIDE))),
                    Slide.of(now.toEpochMilli() - SLIDE, parts))));
    Incident incident = spikes.isEmpty() ? null : tracker.onSpikes(brandBook, spikes);
    Incident resolved = tracker.onTime(brandBook, now);
    return resolved != null && resolved.state() == IncidentState.RESOLVED ? resolved : incident;
  }
}
