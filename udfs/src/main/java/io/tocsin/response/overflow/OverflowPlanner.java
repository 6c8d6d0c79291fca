package io.tocsin.response.overflow;

import io.tocsin.response.BrandPlan;
import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.ValveState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the valves between the queues of one brand and their backups. A pure function of the plan,
 * the book and the time: asked again without news it turns nothing.
 *
 * <ul>
 *   <li>A queue of known capacity overflows when more wait in it than it can take while an incident
 *       has the plan's severity, into as many backups as that needs, in the order of their tiers.
 *   <li>A queue of unknown capacity overflows by severity alone, and into the next backup when the
 *       one before is full. So does every queue in a drill.
 *   <li>What backups are granted never exceeds what they can take, over all valves to them.
 *   <li>A valve closes when the queue and the backups before it could have taken all for a while,
 *       what was moved included, when the incident is over, or when the plan no longer has the way
 *       or the backup is below the floor of a new plan.
 * </ul>
 */
final class OverflowPlanner {
  private final String brand;
  private final String planVersion;
  private final OverflowRules rules;

  OverflowPlanner(BrandPlan plan, OverflowRules rules, String planVersion) {
    this.brand = plan.brand();
    this.rules = rules;
    this.planVersion = planVersion;
  }

  /** The incident changed: when it is over, every valve is closed. */
  List<Redirect> onIncident(OverflowBook book, QueueNews.IncidentNews news, Instant now) {
    book.incidentId = news.over() ? null : news.id();
    book.severity = news.over() ? null : news.severity();
    book.drill = news.drill();
    List<Redirect> turned = new ArrayList<>();
    for (Valve valve : book.valves) {
      if (valve.open && !valve.incidentId.equals(book.incidentId)) {
        turned.add(close(book, valve, RedirectReason.RESOLVED, now));
      }
    }
    return turned;
  }

  /** Looks at all queues and valves: what is closed makes room for what is opened. */
  List<Redirect> turn(OverflowBook book, Instant now) {
    List<Redirect> turned = new ArrayList<>();
    List<OverflowRule> due =
        rules.all().stream()
            .filter(rule -> book.severity != null && book.severity.compareTo(rule.from()) >= 0)
            .toList();
    closeUnplanned(book, now, turned);
    rules.all().forEach(rule -> closeCalm(book, rule, now, turned));
    due.forEach(rule -> open(book, rule, now, turned));
    settle(book, now, turned);
    return turned;
  }

  private void open(OverflowBook book, OverflowRule rule, Instant now, List<Redirect> turned) {
    Long capacity = capacity(book, rule);
    long excess = capacity == null ? 1 : book.open(rule.fromQueue()) - capacity;
    for (Backup backup : rule.backups()) {
      Valve valve = book.valve(id(book, rule, backup));
      if (excess > 0 && valve != null && valve.open) {
        excess -= valve.room();
      }
      if (excess <= 0) {
        return;
      }
      Long free = free(book, backup);
      if (free == null || free > 0) {
        turned.add(grant(book, rule, backup, free, now));
        excess = free == null ? 0 : excess - free;
      }
    }
  }

  /** How many more the backup could be granted; null for no limit. */
  private static @Nullable Long free(OverflowBook book, Backup backup) {
    if (backup.capacity() == null) {
      return null;
    }
    long granted = 0;
    for (Valve valve : book.valves) {
      granted += valve.toQueue.equals(backup.name()) && valve.quota != null ? valve.room() : 0;
    }
    return backup.capacity() - book.open(backup.name()) - granted;
  }

  private Redirect grant(
      OverflowBook book, OverflowRule rule, Backup backup, @Nullable Long free, Instant now) {
    String id = id(book, rule, backup);
    Valve known = book.valve(id);
    Valve valve = known == null ? valve(book, rule, backup, id) : known;
    boolean widens = valve.open;
    RedirectReason reason = widens ? RedirectReason.WIDENED : reasonToOpen(book, rule);
    long before = widens && valve.quota != null ? valve.quota : valve.held;
    valve.open = true;
    valve.quota = free == null ? null : Long.valueOf(before + free);
    valve.calmSinceMillis = Long.MAX_VALUE;
    return redirect(book, rule, valve, reason, now);
  }

  private static Valve valve(OverflowBook book, OverflowRule rule, Backup backup, String id) {
    Valve valve = new Valve();
    valve.id = id;
    valve.incidentId = Objects.requireNonNull(book.incidentId);
    valve.fromQueue = rule.fromQueue();
    valve.toQueue = backup.name();
    valve.tier = backup.tier();
    book.valves.add(valve);
    return valve;
  }

  private static RedirectReason reasonToOpen(OverflowBook book, OverflowRule rule) {
    if (book.valves.stream().anyMatch(other -> other.open && isOf(rule, other))) {
      return RedirectReason.TIER_FULL;
    }
    return capacity(book, rule) == null ? RedirectReason.SEVERITY : RedirectReason.BACKLOG;
  }

  /** What the queue can take; null in a drill, in which nothing waits. */
  private static @Nullable Long capacity(OverflowBook book, OverflowRule rule) {
    return book.drill == null ? rule.capacity() : null;
  }

  /** A new plan may not have the way any more, or want more of whoever answers. */
  private void closeUnplanned(OverflowBook book, Instant now, List<Redirect> turned) {
    for (Valve valve : book.valves) {
      OverflowRule rule = ruleOf(valve);
      boolean planned =
          rule != null && rule.backups().stream().anyMatch(to -> to.name().equals(valve.toQueue));
      if (valve.open && !planned) {
        turned.add(close(book, valve, RedirectReason.PLAN_CHANGED, now));
      }
    }
  }

  /** From the last backup to the first, which is needed longest. */
  private void closeCalm(OverflowBook book, OverflowRule rule, Instant now, List<Redirect> turned) {
    Long capacity = capacity(book, rule);
    if (capacity == null) {
      return;
    }
    List<Valve> open =
        book.valves.stream().filter(valve -> valve.open && isOf(rule, valve)).toList();
    long demand = book.open(rule.fromQueue()) + outstanding(book, rule);
    for (Valve valve : open) {
      boolean calm = demand <= clearLevel(rule, capacity, valve, open);
      valve.calmSinceMillis =
          calm ? Math.min(valve.calmSinceMillis, now.toEpochMilli()) : Long.MAX_VALUE;
      if (calm && now.toEpochMilli() - valve.calmSinceMillis >= rule.holdMillis()) {
        turned.add(close(book, valve, RedirectReason.CALM, now));
      }
    }
  }

  /** What the queue and the backups before this one should be able to take. */
  private static double clearLevel(
      OverflowRule rule, long capacity, Valve valve, List<Valve> open) {
    double before = capacity;
    for (Valve other : open) {
      if (other.tier < valve.tier) {
        before += other.quota == null ? Double.POSITIVE_INFINITY : other.quota;
      }
    }
    return rule.clearShare() * before;
  }

  private static long outstanding(OverflowBook book, OverflowRule rule) {
    return book.valves.stream()
        .filter(valve -> isOf(rule, valve))
        .mapToLong(valve -> valve.outstanding)
        .sum();
  }

  private Redirect close(OverflowBook book, Valve valve, RedirectReason reason, Instant now) {
    valve.open = false;
    return redirect(book, ruleOf(valve), valve, reason, now);
  }

  /** Tells of closed valves when all is finished or back, and forgets them. */
  private void settle(OverflowBook book, Instant now, List<Redirect> turned) {
    Iterator<Valve> valves = book.valves.iterator();
    while (valves.hasNext()) {
      Valve valve = valves.next();
      if (!valve.open && valve.outstanding == 0) {
        if (valve.owing) {
          turned.add(redirect(book, ruleOf(valve), valve, RedirectReason.RETURNED, now));
        }
        valves.remove();
      }
    }
  }

  private Redirect redirect(
      OverflowBook book,
      @Nullable OverflowRule rule,
      Valve valve,
      RedirectReason reason,
      Instant now) {
    valve.owing = !valve.open && valve.outstanding > 0;
    Long capacity = rule == null ? null : rule.capacity();
    QueueLoad load = book.loads.get(valve.fromQueue);
    return new Redirect(
        valve.id,
        valve.open ? ValveState.OPEN : ValveState.CLOSED,
        reason,
        valve.incidentId,
        brand,
        valve.fromQueue,
        valve.toQueue,
        valve.tier,
        capacity,
        book.open(valve.fromQueue),
        valve.quota,
        valve.moved,
        valve.movedBack,
        valve.outstanding,
        load == null ? null : load.waitingSince(),
        now,
        planVersion,
        OverflowText.of(reason, book, rule, valve),
        book.drill);
  }

  private @Nullable OverflowRule ruleOf(Valve valve) {
    return rules.all().stream().filter(rule -> isOf(rule, valve)).findFirst().orElse(null);
  }

  private static boolean isOf(OverflowRule rule, Valve valve) {
    return rule.fromQueue().equals(valve.fromQueue);
  }

  private static String id(OverflowBook book, OverflowRule rule, Backup backup) {
    return book.incidentId + "/" + rule.fromQueue() + "/" + backup.name();
  }
}
