package io.tocsin.incident;

import static java.util.stream.Collectors.groupingBy;

import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikePhase;
import io.tocsin.testing.Checkpointed;
import io.tocsin.testing.StateCopy;
import io.tocsin.window.Dimension;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What decides about the incidents of all brands and drills, wired as {@link
 * TrackIncidentsFunction} and {@link LinkIncidentsFunction} wire it, timers included, without
 * Flink: it takes what is told in the order of time.
 */
public final class TrackedBrands {
  private static final StateCopy<BrandBook> BOOKS = StateCopy.of(BrandBook.class);
  private static final StateCopy<LinkBook> LINKS = StateCopy.of(LinkBook.class);

  private final Consumer<Incident> told;
  private final Consumer<AckReceipt> answered;
  private final Checkpointed<BrandBook> books = new Checkpointed<>(BOOKS);
  private final TreeMap<String, TreeSet<Long>> timers = new TreeMap<>();
  private final Map<String, IncidentTracker> trackers = new HashMap<>();
  private final Map<String, PeopleActions> people = new HashMap<>();
  private LinkBook links = new LinkBook();
  private IncidentLinker linker;

  /** Where it stood at one moment. */
  public record Snapshot(
      IncidentPlan plan, Map<String, byte[]> books, byte[] links, Map<String, Set<Long>> timers) {}

  private IncidentPlan plan;

  /** Tracks by this plan, and tells each change and each answer. */
  public TrackedBrands(IncidentPlan plan, Consumer<Incident> told, Consumer<AckReceipt> answered) {
    this.told = told;
    this.answered = answered;
    this.plan = plan;
    this.linker = new IncidentLinker(plan.kin());
    track(plan);
  }

  private void track(IncidentPlan inForce) {
    plan = inForce;
    trackers.clear();
    people.clear();
    inForce
        .policies()
        .forEach(
            (brand, policy) -> {
              trackers.put(brand, new IncidentTracker(policy, inForce.version()));
              people.put(brand, new PeopleActions(policy, inForce.version()));
            });
    linker = new IncidentLinker(inForce.kin());
  }

  /** A new plan is in force. */
  public void follow(IncidentPlan heard, Instant now) {
    track(heard);
    for (String key : List.copyOf(books.values.keySet())) {
      BrandBook book = Objects.requireNonNull(books.values.get(key));
      IncidentTracker tracker = trackers.get(IncidentBookKey.brandOf(key));
      if (tracker == null) {
        books.values.remove(key);
        link(IncidentTracker.onBrandGone(book, heard.version(), now));
      } else {
        due(tracker, book, now);
      }
    }
  }

  /** When it must be asked again though nothing is told; the greatest for never. */
  public long dueMillis() {
    return timers.values().stream().mapToLong(TreeSet::first).min().orElse(Long.MAX_VALUE);
  }

  /** Takes what was told at this moment, which may be nothing, and what is due by now. */
  public void at(Instant now, List<Spike> spikes, List<Ack> acks) {
    if (spikes.isEmpty() && acks.isEmpty()) {
      fired(now).forEach(key -> decide(key, List.of(), List.of(), now));
      return;
    }
    Map<String, List<Spike>> spikesOf =
        spikes.stream()
            .collect(
                groupingBy(
                    spike -> IncidentBookKey.of(spike.watch().brand(), spike.watch().drill())));
    Map<String, List<Ack>> acksOf =
        acks.stream().filter(ack -> !ack.action().links()).collect(groupingBy(IncidentBookKey::of));
    Set<String> keys = new TreeSet<>(fired(now));
    keys.addAll(spikesOf.keySet());
    keys.addAll(acksOf.keySet());
    for (String key : keys) {
      decide(key, spikesOf.getOrDefault(key, List.of()), acksOf.getOrDefault(key, List.of()), now);
    }
    acks.stream().filter(ack -> ack.action().links()).forEach(ack -> tie(ack, now));
  }

  private Set<String> fired(Instant now) {
    Set<String> fired = new TreeSet<>();
    timers.forEach(
        (key, at) -> {
          while (!at.isEmpty() && at.first() <= now.toEpochMilli()) {
            at.pollFirst();
            fired.add(key);
          }
        });
    timers.values().removeIf(TreeSet::isEmpty);
    return fired;
  }

  private void decide(String key, List<Spike> spikes, List<Ack> acks, Instant now) {
    String brand = IncidentBookKey.brandOf(key);
    IncidentTracker tracker = trackers.get(brand);
    PeopleActions hands = people.get(brand);
    if (tracker == null || hands == null) {
      acks.forEach(ack -> answered.accept(AckReceipt.of(ack, AckAnswer.UNKNOWN_BRAND, now)));
      return;
    }
    BrandBook book = books.values.getOrDefault(key, new BrandBook());
    if (!spikes.isEmpty()) {
      spikes.forEach(spike -> weighAgain(key, spike));
      link(tracker.onSpikes(book, spikes));
    }
    for (Ack ack : acks) {
      ActionResult result = hands.take(book, ack, now);
      answered.accept(result.receipt());
      link(result.incident());
    }
    due(tracker, book, now);
    link(tracker.onLeftBurning(book, now));
    keep(key, book, tracker.nextLookMillis(book, now));
  }

  private void weighAgain(String key, Spike spike) {
    if (spike.phase() == SpikePhase.RAISED && spike.watch().dimension() == Dimension.REGION) {
      await(key, IncidentTracker.weighedAgainAt(spike).toEpochMilli());
    }
  }

  private void due(IncidentTracker tracker, BrandBook book, Instant now) {
    Incident due = tracker.onTime(book, now);
    while (due != null) {
      link(due);
      due = tracker.onTime(book, now);
    }
  }

  private void keep(String key, BrandBook book, long dueMillis) {
    if (book.isEmpty()) {
      books.values.remove(key);
      return;
    }
    books.values.put(key, book);
    if (dueMillis != Long.MAX_VALUE) {
      await(key, dueMillis);
    }
  }

  private void await(String key, long millis) {
    timers.computeIfAbsent(key, unused -> new TreeSet<>()).add(millis);
  }

  private void link(@Nullable Incident incident) {
    if (incident != null) {
      linker.onIncident(links, incident).forEach(told);
      forgetLinks();
    }
  }

  private void tie(Ack ack, Instant now) {
    IncidentLinker.Merging merging = linker.onAck(links, ack, now);
    answered.accept(merging.receipt());
    merging.incidents().forEach(told);
    forgetLinks();
  }

  private void forgetLinks() {
    links = links.open.isEmpty() ? new LinkBook() : links;
  }

  /** How many books are left, of brands and of what ties them. */
  public int leftovers() {
    return books.values.size() + links.open.size();
  }

  /** How it stands. */
  public Snapshot snapshot() {
    Map<String, Set<Long>> waiting = new TreeMap<>();
    timers.forEach((key, at) -> waiting.put(key, Set.copyOf(at)));
    return new Snapshot(plan, books.snapshot(), LINKS.write(links), waiting);
  }

  /** As it stood. */
  public void restore(Snapshot snapshot) {
    track(snapshot.plan());
    books.restore(snapshot.books());
    links = LINKS.read(snapshot.links());
    timers.clear();
    snapshot.timers().forEach((key, at) -> timers.put(key, new TreeSet<>(at)));
  }
}
