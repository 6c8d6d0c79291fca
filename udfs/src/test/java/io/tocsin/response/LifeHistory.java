package io.tocsin.response;

import io.tocsin.incident.Ack;
import io.tocsin.incident.AckAction;
import io.tocsin.incident.Incident;
import io.tocsin.incident.LifePolicy;
import io.tocsin.incident.RecordOnly;
import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.spike.Signal;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Some hours of three brands that burn now and then, and of people who do this and that. */
final class LifeHistory {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  /** When every silence has ended, every incident is over, and nothing can be reopened. */
  static final Instant END = START.plusSeconds(40 * 86_400L);

  private static final List<String> BRANDS = List.of("acme", "zeta", "omni");
  private static final List<AckAction> ACTIONS = List.of(AckAction.values());
  private static final int STEPS = 120;

  /** Spikes and what people did, in the order of time. */
  final List<Object> events = new ArrayList<>();

  private final Random random;
  private final Map<String, Watch> alight = new TreeMap<>();
  private Instant now = START;

  private LifeHistory(long seed) {
    random = new Random(seed);
  }

  /** Lives through one while it runs, since people act on incidents that are on. */
  static LifeHistory live(long seed, LifeRun run) throws Exception {
    LifeHistory history = new LifeHistory(seed);
    for (int step = 0; step < STEPS; step++) {
      history.now = history.now.plusSeconds(1 + history.random.nextInt(240));
      history.happens(history.next(run), run);
    }
    for (Watch watch : List.copyOf(history.alight.values())) {
      history.now = history.now.plusSeconds(1);
      history.happens(history.spike(watch, SpikePhase.ENDED), run);
    }
    run.until(END);
    return history;
  }

  private void happens(Object event, LifeRun run) throws Exception {
    events.add(event);
    run.take(event);
    run.until(now);
  }

  /** When an event happens. */
  static Instant timeOf(Object event) {
    return event instanceof Spike spike ? spike.at() : ((Ack) event).at();
  }

  private Object next(LifeRun run) {
    Incident incident = run.incidents.get(brand());
    return incident != null && random.nextInt(3) == 0 ? act(incident, run) : spike();
  }

  private Spike spike() {
    String brand = brand();
    Watch watch = random.nextBoolean() ? Watch.ofBrand(brand) : Watch.ofChannel(brand, "x");
    if (!alight.containsKey(watch.key())) {
      return spike(watch, SpikePhase.RAISED);
    }
    return spike(watch, random.nextInt(3) == 0 ? SpikePhase.ENDED : SpikePhase.ONGOING);
  }

  private Spike spike(Watch watch, SpikePhase phase) {
    if (phase == SpikePhase.ENDED) {
      alight.remove(watch.key());
    } else {
      alight.put(watch.key(), watch);
    }
    Signal signal = watch.value() == null ? Signal.NEGATIVITY : Signal.VOLUME;
    return Samples.spike(watch, signal, phase, now, 5 + random.nextInt(40));
  }

  private Ack act(Incident incident, LifeRun run) {
    AckAction action = ACTIONS.get(random.nextInt(ACTIONS.size()));
    Incident other = run.incidents.get(brand());
    return new Ack(
        action.silences() ? incident.brand() : incident.id(),
        incident.brand(),
        random.nextBoolean() ? "ada" : "bob",
        now,
        action,
        now.plusSeconds(random.nextInt(7_200)),
        random.nextBoolean() ? null : Watch.ofBrand(incident.brand()).key(),
        other == null ? null : other.id(),
        null);
  }

  private String brand() {
    return BRANDS.get(random.nextInt(BRANDS.size()));
  }

  /** A plan with all that holds pages back, and a ladder with repeats. */
  static CrisisPlan plan(String version) {
    return new CrisisPlan(
        version, BRANDS.stream().map(LifeHistory::brand).toList(), null, List.of());
  }

  private static BrandPlan brand(String key) {
    return new BrandPlan(
        new BrandTerms(key, List.of(key), List.of(), List.of(), List.of(), List.of()),
        key,
        BrandTree.NONE,
        List.of(
            new PagingRule(contact("duty"), Severity.WARNING, 0, 300_000, 3),
            new PagingRule(contact("second"), Severity.WARNING, 600_000, 0, 1),
            new PagingRule(contact("chief"), Severity.CRITICAL, 0, 0, 1)),
        List.of(),
        new SeverityPolicy(30, 5_000_000, 120_000, 10, 100),
        "",
        IntentWords.none(key),
        List.of(),
        BrandCare.NONE,
        new LifePolicy(
            600_000,
            900_000,
            3_600_000,
            List.of(
                new RecordOnly(
                    "sale",
                    START.plusSeconds(7_200).toEpochMilli(),
                    START.plusSeconds(9_000).toEpochMilli()))),
        key.equals("omni") ? null : "Foodnet");
  }

  private static Contact contact(String name) {
    return new Contact(PageTarget.of(name, Transport.CONSOLE, null), null);
  }
}
