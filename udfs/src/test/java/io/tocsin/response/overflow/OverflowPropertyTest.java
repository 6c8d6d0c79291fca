package io.tocsin.response.overflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Severity;
import io.tocsin.response.BackupPool;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CareQueue;
import io.tocsin.response.QueueRedirect;
import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In any world of queues, pools, incidents and people: what must always hold of the valves. */
class OverflowPropertyTest {
  private static final int WORLDS = 2_000;
  private static final long SEED = 20_261_130;
  private static final int STEPS = 120;
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static final List<String> SKILLS = List.of("networks", "billing", "french");

  @Test
  void everyWorldHoldsToItsPlan() throws Exception {
    long opened = 0;
    for (int world = 0; world < WORLDS; world++) {
      opened += new RandomWorld(SEED + world).live().told.size();
    }
    assertThat(opened).as("a test of valves needs some").isGreaterThan(WORLDS);
  }

  @Test
  void theSameWorldTurnsTheSameValves() throws Exception {
    for (int world = 0; world < WORLDS / 10; world++) {
      assertThat(new RandomWorld(SEED + world).live().told)
          .as("seed %d", SEED + world)
          .isEqualTo(new RandomWorld(SEED + world).live().told);
    }
  }

  /** One brand for an hour, and what comes after. */
  private static final class RandomWorld {
    private final String context;
    private final Random random;
    private final BrandPlan plan;
    private final BrandQueues queues;
    private final OverflowBook book = new OverflowBook();
    private final TicketsInMemory tickets = new TicketsInMemory();
    private final FakeRouter router = new FakeRouter(Plans.BRAND);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private @Nullable Severity severity;
    private int incidents;

    RandomWorld(long seed) {
      context = "seed " + seed;
      random = new Random(seed);
      plan = randomPlan();
      queues = new BrandQueues(plan, "v1");
    }

    FakeRouter live() throws Exception {
      for (int step = 0; step < STEPS; step++) {
        now = now.plusSeconds(10 + random.nextInt(60));
        changeIncident();
        people();
        step();
      }
      end();
      return router;
    }

    private BrandPlan randomPlan() {
      List<CareQueue> care = new ArrayList<>();
      List<BackupPool> pools = new ArrayList<>();
      List<QueueRedirect> redirects = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        pools.add(Plans.pool("pool-" + i, random.nextInt(12), 1 + random.nextInt(5), skills()));
      }
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        Long capacity = random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(15));
        care.add(Plans.queue("queue-" + i, capacity, skills()));
        redirects.add(
            new QueueRedirect(
                "queue-" + i,
                backups(i, pools),
                severity(),
                0.3 + 0.7 * random.nextDouble(),
                random.nextInt(600_000)));
      }
      return Plans.plan(care, pools, redirects);
    }

    /** Some pools in any order; and for the first queue the next one, which overflows in turn. */
    private List<String> backups(int queue, List<BackupPool> pools) {
      List<String> names = new ArrayList<>();
      for (BackupPool pool : pools) {
        if (random.nextInt(4) > 0) {
          names.add(random.nextInt(names.size() + 1), pool.name());
        }
      }
      if (queue == 0 && random.nextBoolean()) {
        names.add("queue-1");
      }
      return names;
    }

    private Severity severity() {
      return SEVERITIES.get(random.nextInt(SEVERITIES.size()));
    }

    private String[] skills() {
      return SKILLS.stream().filter(skill -> random.nextInt(3) == 0).toArray(String[]::new);
    }

    private void changeIncident() throws Exception {
      if (severity == null) {
        if (random.nextInt(6) == 0) {
          incidents++;
          tellIncident(severity(), false);
        }
      } else if (random.nextInt(25) == 0) {
        tellIncident(severity, true);
      } else if (severity != Severity.CRITICAL && random.nextInt(8) == 0) {
        tellIncident(severity == Severity.NOTICE ? Severity.WARNING : Severity.CRITICAL, false);
      }
    }

    private void tellIncident(Severity next, boolean over) throws Exception {
      severity = over ? null : next;
      QueueNews.IncidentNews news =
          new QueueNews.IncidentNews("acme-" + incidents, next, over, null);
      router.hear(
          queues.onNews(
              book, tickets, List.of(new QueueNews(Plans.BRAND, now, news, null, null)), now));
    }

    private void people() {
      int busy = random.nextInt(3);
      for (int i = random.nextInt(1 + 6 * busy); i > 0; i--) {
        router.receive("queue-" + random.nextInt(plan.care().queues().size()), now);
      }
      for (FakeRouter.Mention mention : List.copyOf(router.open.values())) {
        switch (random.nextInt(30)) {
          case 0, 1 -> router.claim(mention, now);
          case 2 -> router.release(mention, now);
          case 3, 4 -> router.answer(mention, now);
          default -> {}
        }
      }
      router.move(now);
    }

    private void step() throws Exception {
      List<Redirect> turned = queues.onNews(book, tickets, router.news(), now);
      router.hear(turned);
      turned.forEach(this::isAboveTheFloor);
      noPoolIsOverrun();
      booksAreRight();
      assertThat(queues.onNews(book, tickets, List.of(), now)).as(context).isEmpty();
      queues.report(book, now, true);
    }

    private void isAboveTheFloor(Redirect redirect) {
      List<String> floor =
          plan.care().queues().stream()
              .filter(queue -> queue.name().equals(redirect.fromQueue()))
              .flatMap(queue -> queue.skills().stream())
              .toList();
      List<String> known =
          Stream.concat(
                  plan.care().pools().stream()
                      .filter(pool -> pool.name().equals(redirect.toQueue()))
                      .flatMap(pool -> pool.skills().stream()),
                  plan.care().queues().stream()
                      .filter(queue -> queue.name().equals(redirect.toQueue()))
                      .flatMap(queue -> queue.skills().stream()))
              .toList();
      assertThat(known).as(context + redirect).containsAll(floor);
    }

    private void noPoolIsOverrun() {
      for (BackupPool pool : plan.care().pools()) {
        assertThat(router.in(pool.name()))
            .as(context + " " + pool)
            .isLessThanOrEqualTo(pool.capacity());
      }
    }

    private void booksAreRight() {
      Map<String, Long> counted =
          router.open.values().stream()
              .collect(Collectors.groupingBy(mention -> mention.place, Collectors.counting()));
      for (CareQueue queue : plan.care().queues()) {
        assertThat(book.open(queue.name()))
            .as(context)
            .isEqualTo(counted.getOrDefault(queue.name(), 0L));
      }
      for (Valve valve : book.valves) {
        assertThat(valve.outstanding).as(context).isBetween(0L, valve.moved - valve.movedBack);
        assertThat(valve.held).as(context).isBetween(0L, valve.outstanding);
      }
      router.open.values().stream()
          .min(Comparator.comparing(mention -> mention.since))
          .ifPresent(
              oldest ->
                  assertThat(book.load(oldest.place).waitingSince())
                      .as(context)
                      .isNotNull()
                      .isBetween(oldest.since.minusSeconds(60), oldest.since));
    }

    /** The incident ends, and people go on until nothing waits. */
    private void end() throws Exception {
      if (severity != null) {
        tellIncident(severity, true);
      }
      assertThat(router.valves()).as(context).allMatch(valve -> valve.state() == ValveState.CLOSED);
      while (!router.open.isEmpty()) {
        now = now.plusSeconds(30);
        router.move(now);
        List.copyOf(router.open.values()).stream()
            .filter(mention -> random.nextBoolean())
            .forEach(mention -> router.answer(mention, now));
        step();
      }
      assertThat(router.valves()).as(context).allMatch(valve -> valve.outstanding() == 0);
      queues.sweep(book, tickets, now.plusMillis(TicketLedger.ANSWER_KEPT_MILLIS + 1));
      queues.report(book, now, true);
      assertThat(book.isEmpty()).as(context).isTrue();
      assertThat(tickets.tickets).as(context).isEmpty();
    }
  }
}
