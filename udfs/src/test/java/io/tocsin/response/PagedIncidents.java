package io.tocsin.response;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentBookKey;
import io.tocsin.mention.Drill;
import io.tocsin.testing.Checkpointed;
import io.tocsin.testing.StateCopy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What decides about pages, wired as {@link RespondFunction} wires it, timers included, without
 * Flink.
 */
public final class PagedIncidents {
  private static final StateCopy<ResponseBook> BOOKS = StateCopy.of(ResponseBook.class);

  private final Consumer<Page> paged;
  private final Checkpointed<ResponseBook> books = new Checkpointed<>(BOOKS);
  private final Map<String, ResponsePlanner> planners = new HashMap<>();
  private CrisisPlan plan;

  /** Pages by this plan. */
  public PagedIncidents(CrisisPlan plan, Consumer<Page> paged) {
    this.plan = plan;
    this.paged = paged;
    take(plan);
  }

  /** A new plan is in force. */
  public void follow(CrisisPlan heard) {
    take(heard);
  }

  /** An incident changed. */
  public void take(Incident incident) {
    String key = IncidentBookKey.of(incident.brand(), incident.drill());
    ResponseBook book = books.values.getOrDefault(key, new ResponseBook());
    leave(planner(incident.brand()).decide(incident, book), incident.drill(), book);
    keep(key, book);
  }

  /** When it must be asked again though nothing is told; the greatest for never. */
  public long dueMillis() {
    return books.values.values().stream()
        .mapToLong(book -> book.dueMillis)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Pages what is due. */
  public void at(Instant now) {
    for (String key : List.copyOf(books.values.keySet())) {
      ResponseBook book = Objects.requireNonNull(books.values.get(key));
      Incident incident = book.incident;
      if (incident != null && book.dueMillis <= now.toEpochMilli()) {
        leave(planner(incident.brand()).onTime(book, now), incident.drill(), book);
        keep(key, book);
      }
    }
  }

  private void leave(List<Page> pages, @Nullable Drill drill, ResponseBook book) {
    new DrillDecisions(plan.drillReceivers()).of(pages, drill, book).forEach(paged);
  }

  private void keep(String key, ResponseBook book) {
    if (book.incident == null) {
      books.values.remove(key);
    } else {
      books.values.put(key, book);
    }
  }

  private ResponsePlanner planner(String brand) {
    return planners.computeIfAbsent(
        brand, unused -> new ResponsePlanner(BrandPlan.none(brand), plan.version(), null));
  }

  private void take(CrisisPlan inForce) {
    plan = inForce;
    planners.clear();
    for (BrandPlan brand : inForce.brands()) {
      planners.put(
          brand.brand(), new ResponsePlanner(brand, inForce.version(), inForce.lastResort()));
    }
  }

  /** How many books are left. */
  public int leftovers() {
    return books.values.size();
  }

  /** How it stands. */
  public Map<String, byte[]> snapshot() {
    return books.snapshot();
  }

  /** As it stood. */
  public void restore(Map<String, byte[]> snapshot, CrisisPlan then) {
    books.restore(snapshot);
    take(then);
  }
}
