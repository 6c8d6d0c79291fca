package io.tocsin.response.overflow;

import io.tocsin.incident.IncidentBookKey;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Redirect;
import io.tocsin.testing.Checkpointed;
import io.tocsin.testing.StateCopy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What turns the valves of all brands and drills, wired as {@link BalanceQueuesFunction} wires it,
 * without Flink.
 */
public final class BalancedQueues {
  private static final StateCopy<OverflowBook> BOOKS = StateCopy.of(OverflowBook.class);
  private static final StateCopy<Ticket> TICKETS = StateCopy.of(Ticket.class);

  private final Consumer<Redirect> turned;
  private final Checkpointed<OverflowBook> books = new Checkpointed<>(BOOKS);
  private final Map<String, TicketsInMemory> tickets = new TreeMap<>();
  private final Map<String, BrandQueues> brands = new HashMap<>();
  private CrisisPlan plan;

  /** Where it stood at one moment. */
  public record Snapshot(
      CrisisPlan plan, Map<String, byte[]> books, Map<String, Map<String, byte[]>> tickets) {}

  /** Balances by this plan. */
  public BalancedQueues(CrisisPlan plan, Consumer<Redirect> turned) {
    this.plan = plan;
    this.turned = turned;
    take(plan);
  }

  /** A new plan is in force from the next look on. */
  public void follow(CrisisPlan heard) {
    take(heard);
  }

  /** Takes what was told, and looks at what is busy. */
  public void at(Instant now, List<QueueNews> news) throws Exception {
    TreeSet<String> keys = new TreeSet<>(books.values.keySet());
    news.forEach(one -> keys.add(one.bookKey()));
    for (String key : keys) {
      List<QueueNews> own = news.stream().filter(one -> one.bookKey().equals(key)).toList();
      OverflowBook book = books.values.getOrDefault(key, new OverflowBook());
      queues(key).onNews(book, ticketsOf(key), own, now).forEach(turned);
      keep(key, book, now);
    }
  }

  /** Forgets what was answered long ago. */
  public void sweep(Instant now) throws Exception {
    for (String key : List.copyOf(books.values.keySet())) {
      OverflowBook book = Objects.requireNonNull(books.values.get(key));
      queues(key).sweep(book, ticketsOf(key), now).forEach(turned);
      keep(key, book, now);
    }
  }

  private void keep(String key, OverflowBook book, Instant now) {
    queues(key).report(book, now, true);
    boolean left = plan.brands().stream().noneMatch(known -> known.brand().equals(brandOf(key)));
    if (book.isEmpty() || (left && book.isCalm())) {
      books.values.remove(key);
      tickets.remove(key);
    } else {
      books.values.put(key, book);
    }
  }

  private TicketsInMemory ticketsOf(String key) {
    return tickets.computeIfAbsent(key, unused -> new TicketsInMemory());
  }

  private BrandQueues queues(String key) {
    String brand = brandOf(key);
    return brands.computeIfAbsent(
        brand, unused -> new BrandQueues(BrandPlan.none(brand), plan.version()));
  }

  private void take(CrisisPlan inForce) {
    plan = inForce;
    brands.clear();
    for (BrandPlan brand : inForce.brands()) {
      brands.put(brand.brand(), new BrandQueues(brand, inForce.version()));
    }
  }

  private static String brandOf(String key) {
    return IncidentBookKey.brandOf(key);
  }

  /** How many books are left. */
  public int leftovers() {
    return books.values.size();
  }

  /** How it stands. */
  public Snapshot snapshot() {
    Map<String, Map<String, byte[]>> held = new TreeMap<>();
    tickets.forEach(
        (key, of) -> {
          Checkpointed<Ticket> state = new Checkpointed<>(TICKETS);
          state.values.putAll(of.tickets);
          held.put(key, state.snapshot());
        });
    return new Snapshot(plan, books.snapshot(), held);
  }

  /** As it stood. */
  public void restore(Snapshot snapshot) {
    take(snapshot.plan());
    books.restore(snapshot.books());
    tickets.clear();
    snapshot
        .tickets()
        .forEach(
            (key, bytes) -> {
              Checkpointed<Ticket> state = new Checkpointed<>(TICKETS);
              state.restore(bytes);
              ticketsOf(key).tickets.putAll(state.values);
            });
  }
}
