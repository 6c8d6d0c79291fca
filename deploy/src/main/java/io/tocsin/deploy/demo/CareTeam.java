package io.tocsin.deploy.demo;

import io.tocsin.response.BackupPool;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CareQueue;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.QueueRedirect;
import io.tocsin.response.Redirect;
import io.tocsin.response.ValveState;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import io.tocsin.response.overflow.ResponseKind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The people who answer in the demo, and the system that hands mentions to them. A queue of the
 * plan has as many people as it can take mentions, and each answers one at a time, in half a minute
 * or so; the rest waits, oldest first. Where a valve is open, what waits is moved to the backup as
 * far as it has room, and what still waits there comes back when the valve closes.
 *
 * <p>Time is an argument and goes forward; the same posts and valves give the same answers.
 */
final class CareTeam {
  /** People in a queue of which the plan names no capacity. */
  static final int DEFAULT_PEOPLE = 20;

  private static final long SHORTEST_ANSWER_MILLIS = 15_000;
  private static final long LONGEST_ANSWER_MILLIS = 45_000;

  /**
   * A mention that needs an answer.
   *
   * @param at when it was posted, and since when its author waits
   */
  record Post(
      String mentionId, String brand, String channel, @Nullable String location, Instant at) {}

  /** One mention on its way to an answer. */
  private static final class Question {
    private final Post post;
    private Place place;
    private @Nullable String valve;

    private Question(Post post, Place place) {
      this.post = post;
      this.place = place;
    }
  }

  /** A person answers. */
  private record Answering(Question question, String person, Instant end, long order) {
    private static final Comparator<Answering> FIRST_DONE =
        Comparator.comparing(Answering::end).thenComparing(Answering::order);
  }

  /** A queue or a pool. */
  private static final class Place {
    private final String name;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private final Deque<String> free = new ArrayDeque<>();

    private Place(String name, long people) {
      this.name = name;
      for (int person = 1; person <= people; person++) {
        free.add(name + " " + person);
      }
    }
  }

  /** What the plan says of one brand. */
  private static final class House {
    private final String firstQueue;
    private final Map<String, Place> places = new HashMap<>();

    private House(String firstQueue) {
      this.firstQueue = firstQueue;
    }
  }

  private final Map<String, House> houses = new HashMap<>();
  private final Map<String, Redirect> valves = new LinkedHashMap<>();
  private final Map<String, Integer> moved = new HashMap<>();
  private final PriorityQueue<Answering> busy = new PriorityQueue<>(Answering.FIRST_DONE);
  private final List<Object> told = new ArrayList<>();
  private Instant now = Instant.MIN;
  private long order;

  /** The people whom the plan has for those brands that have a queue. */
  CareTeam(CrisisPlan plan) {
    for (BrandPlan brand : plan.brands()) {
      if (!brand.redirects().isEmpty()) {
        houses.put(brand.brand(), house(brand));
      }
    }
  }

  private static House house(BrandPlan brand) {
    House house = new House(brand.redirects().get(0).fromQueue());
    for (CareQueue queue : brand.care().queues()) {
      Long capacity = queue.capacity();
      long people = capacity == null ? DEFAULT_PEOPLE : capacity;
      house.places.put(queue.name(), new Place(queue.name(), people));
    }
    for (BackupPool pool : brand.care().pools()) {
      house.places.put(pool.name(), new Place(pool.name(), pool.heads()));
    }
    for (QueueRedirect redirect : brand.redirects()) {
      house.places.computeIfAbsent(redirect.fromQueue(), CareTeam::unnamed);
      redirect.backups().forEach(b -> house.places.computeIfAbsent(b, CareTeam::unnamed));
    }
    return house;
  }

  private static Place unnamed(String name) {
    return new Place(name, DEFAULT_PEOPLE);
  }

  /** Whether the plan has a queue for what is said of the brand. */
  boolean answersFor(String brand) {
    return houses.containsKey(brand);
  }

  /** A mention came that needs an answer. */
  void take(Post post) {
    House house = Objects.requireNonNull(houses.get(post.brand()), post.brand());
    advance(post.at());
    Question question = new Question(post, place(house, house.firstQueue));
    put(question);
    serve(question.place);
    relieve(post.brand());
  }

  /** A valve was turned; those of a drill move nothing. */
  void turn(Redirect valve) {
    if (valve.drill() != null || !houses.containsKey(valve.brand())) {
      return;
    }
    if (valve.state() == ValveState.OPEN) {
      valves.put(valve.id(), valve);
      relieve(valve.brand());
    } else if (valves.remove(valve.id()) != null) {
      bringBack(valve);
    }
  }

  /** Everybody goes on until then. */
  void advance(Instant until) {
    for (Answering next = busy.peek();
        next != null && !next.end().isAfter(until);
        next = busy.peek()) {
      busy.remove();
      now = next.end();
      finish(next);
    }
    if (until.isAfter(now)) {
      now = until;
    }
  }

  /** Assignments and responses since this was asked last, in the order of their times. */
  List<Object> takeTold() {
    List<Object> taken = List.copyOf(told);
    told.clear();
    return taken;
  }

  private void finish(Answering done) {
    Question question = done.question();
    respond(question, ResponseKind.REPLY, done.person());
    if (question.valve != null) {
      moved.computeIfPresent(question.valve, (valve, count) -> count - 1);
    }
    question.place.free.addFirst(done.person());
    serve(question.place);
    relieve(question.post.brand());
  }

  /** Whoever is free takes what waits longest. */
  private void serve(Place place) {
    while (!place.free.isEmpty() && !place.waiting.isEmpty()) {
      Question question = place.waiting.removeFirst();
      String person = place.free.removeFirst();
      respond(question, ResponseKind.CLAIM, person);
      SplittableRandom random = new SplittableRandom(question.post.mentionId().hashCode());
      long millis = random.nextLong(SHORTEST_ANSWER_MILLIS, LONGEST_ANSWER_MILLIS);
      busy.add(new Answering(question, person, now.plusMillis(millis), order++));
    }
  }

  /** What waits goes through open valves, as far as there is room behind them. */
  private void relieve(String brand) {
    House house = Objects.requireNonNull(houses.get(brand));
    for (Redirect valve : valves.values()) {
      if (valve.brand().equals(brand)) {
        relieve(house, valve);
      }
    }
  }

  private void relieve(House house, Redirect valve) {
    Place from = place(house, valve.fromQueue());
    Place to = place(house, valve.toQueue());
    Long quota = valve.quota();
    while (!from.waiting.isEmpty()
        && (quota == null || moved.getOrDefault(valve.id(), 0) < quota)) {
      Question question = from.waiting.removeFirst();
      question.place = to;
      question.valve = valve.id();
      moved.merge(valve.id(), 1, Integer::sum);
      put(question);
      serve(to);
    }
  }

  private void bringBack(Redirect valve) {
    House house = Objects.requireNonNull(houses.get(valve.brand()));
    Place from = place(house, valve.fromQueue());
    Place to = place(house, valve.toQueue());
    List<Question> back = new ArrayList<>();
    to.waiting.removeIf(question -> valve.id().equals(question.valve) && back.add(question));
    for (Question question : back) {
      question.place = from;
      question.valve = null;
      put(question);
    }
    moved.remove(valve.id());
    serve(from);
  }

  /** A queue that another plan names has people too. */
  private static Place place(House house, String name) {
    return house.places.computeIfAbsent(name, CareTeam::unnamed);
  }

  private void put(Question question) {
    Post post = question.post;
    question.place.waiting.addLast(question);
    told.add(
        new Assignment(
            post.mentionId(),
            post.brand(),
            question.place.name,
            null,
            question.valve,
            post.at(),
            now,
            post.channel(),
            post.location()));
  }

  private void respond(Question question, ResponseKind kind, String by) {
    told.add(new Response(question.post.mentionId(), question.post.brand(), kind, by, null, now));
  }
}
