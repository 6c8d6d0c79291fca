package io.tocsin.response.overflow;

import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.ValveState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Moves mentions as the valves say, and knows by itself where each is. It heeds what a valve grants
 * and nothing else: that no pool is overrun is the valves' doing.
 */
public final class FakeRouter {
  /** A mention that nobody has answered. */
  public static final class Mention {
    final String id;
    final Instant since;
    String place;
    @Nullable String valve;
    boolean claimed;

    private Mention(String id, String place, Instant since) {
      this.id = id;
      this.place = place;
      this.since = since;
    }
  }

  public final Map<String, Mention> open = new LinkedHashMap<>();
  final List<Redirect> told = new ArrayList<>();

  private final String brand;
  private final Map<String, Redirect> valves = new LinkedHashMap<>();
  private final Map<String, Long> held = new HashMap<>();
  private final Map<String, Long> holds = new HashMap<>();
  private List<QueueNews> news = new ArrayList<>();
  private int ids;

  public FakeRouter(String brand) {
    this.brand = brand;
  }

  public void hear(List<Redirect> redirects) {
    told.addAll(redirects);
    redirects.forEach(redirect -> valves.put(redirect.id(), redirect));
  }

  /** What happened since the last call. */
  public List<QueueNews> news() {
    List<QueueNews> told = news;
    news = new ArrayList<>();
    return told;
  }

  public void receive(String queue, Instant now) {
    Mention mention = new Mention("m" + ids++, queue, now);
    open.put(mention.id, mention);
    holds.merge(queue, 1L, Long::sum);
    tell(mention, now);
  }

  public void claim(Mention mention, Instant now) {
    mention.claimed = true;
    respond(mention, ResponseKind.CLAIM, now);
  }

  public void release(Mention mention, Instant now) {
    mention.claimed = false;
    respond(mention, ResponseKind.RELEASE, now);
  }

  public void answer(Mention mention, Instant now) {
    open.remove(mention.id);
    holds.merge(mention.place, -1L, Long::sum);
    if (mention.valve != null) {
      held.merge(mention.valve, -1L, Long::sum);
    }
    respond(mention, ResponseKind.REPLY, now);
  }

  /**
   * Moves what overflows, and brings back what nobody there has claimed where a valve is closed.
   */
  public void move(Instant now) {
    for (Mention mention : List.copyOf(open.values())) {
      Redirect by = mention.valve == null ? null : valves.get(mention.valve);
      if (by != null && by.state() == ValveState.CLOSED && !mention.claimed) {
        put(mention, by.fromQueue(), null, now);
      }
    }
    for (Mention mention : List.copyOf(open.values())) {
      Redirect through = mention.claimed ? null : valveFor(mention);
      if (through != null) {
        put(mention, through.toQueue(), through.id(), now);
      }
    }
  }

  long in(String place) {
    return holds.getOrDefault(place, 0L);
  }

  List<Mention> unclaimedIn(String place) {
    return open.values().stream()
        .filter(mention -> mention.place.equals(place) && !mention.claimed)
        .toList();
  }

  Redirect last(String id) {
    return Objects.requireNonNull(valves.get(id));
  }

  List<Redirect> valves() {
    return List.copyOf(valves.values());
  }

  List<RedirectReason> reasons() {
    return told.stream().map(Redirect::reason).toList();
  }

  private @Nullable Redirect valveFor(Mention mention) {
    return valves.values().stream()
        .filter(valve -> valve.state() == ValveState.OPEN)
        .filter(valve -> valve.fromQueue().equals(mention.place))
        .filter(valve -> in(mention.place) > (valve.capacity() == null ? 0 : valve.capacity()))
        .filter(valve -> valve.quota() == null || held.getOrDefault(valve.id(), 0L) < valve.quota())
        .min(Comparator.comparing(Redirect::tier))
        .orElse(null);
  }

  private void put(Mention mention, String place, @Nullable String valve, Instant now) {
    holds.merge(mention.place, -1L, Long::sum);
    holds.merge(place, 1L, Long::sum);
    if (mention.valve != null) {
      held.merge(mention.valve, -1L, Long::sum);
    }
    if (valve != null) {
      held.merge(valve, 1L, Long::sum);
    }
    mention.place = place;
    mention.valve = valve;
    tell(mention, now);
  }

  private void tell(Mention mention, Instant now) {
    news.add(
        QueueNews.of(
            new Assignment(
                mention.id, brand, mention.place, null, mention.valve, mention.since, now)));
  }

  private void respond(Mention mention, ResponseKind kind, Instant now) {
    news.add(QueueNews.of(new Response(mention.id, brand, kind, "ben", null, now)));
  }
}
