package io.tocsin.response.world;

import io.tocsin.incident.LifePolicy;
import io.tocsin.incident.RecordOnly;
import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandTerms;
import io.tocsin.response.BackupPool;
import io.tocsin.response.BrandCare;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CareQueue;
import io.tocsin.response.Contact;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Guidelines;
import io.tocsin.response.OnCall;
import io.tocsin.response.PageTarget;
import io.tocsin.response.PagingRule;
import io.tocsin.response.PlanStep;
import io.tocsin.response.QueueRedirect;
import io.tocsin.response.Responder;
import io.tocsin.response.Transport;
import io.tocsin.response.oncall.DayHours;
import io.tocsin.response.oncall.HolidayRule;
import io.tocsin.response.oncall.QuietHours;
import io.tocsin.response.oncall.Rota;
import io.tocsin.response.oncall.RotaLayer;
import io.tocsin.response.oncall.StandIn;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Location;
import io.tocsin.window.Region;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Crisis plans as they come: rotas with gaps, hand-overs and stand-ins in the middle of the story,
 * quiet hours all over the world, rules, queues and pools of any size.
 */
final class WorldPlans {
  static final List<String> BRANDS = List.of("acme", "omni", "zeta");
  static final BrandTree TREE =
      new BrandTree(
          List.of(new Region("west", "The West", null)),
          IntStream.range(0, 3)
              .mapToObj(i -> new Location("place-" + i, "Place " + i, "west"))
              .toList(),
          List.of());

  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"));
  private static final List<String> PEOPLE = List.of("ada", "bob", "cyd", "dan");
  private static final List<String> SKILLS = List.of("networks", "billing");

  private final Random random;
  private final Instant begin;
  private final int seconds;

  /**
   * Plans for a story.
   *
   * @param begin when it begins, so that what a plan says of the hour falls into it
   * @param seconds how long it lasts, about
   */
  WorldPlans(Random random, Instant begin, int seconds) {
    this.random = random;
    this.seconds = seconds;
    this.begin = begin;
  }

  /** Any plan; it may lack a brand. */
  CrisisPlan plan(String version) {
    Map<String, Contact> people =
        PEOPLE.stream().collect(Collectors.toMap(Function.identity(), this::person));
    List<Responder> rotas = List.of(rota("early", people), rota("late", people));
    List<BrandPlan> brands = new ArrayList<>();
    for (String brand : BRANDS) {
      if (random.nextInt(8) > 0) {
        brands.add(brand(brand, people, rotas));
      }
    }
    return new CrisisPlan(
        version,
        brands,
        random.nextBoolean() ? null : person("last-resort"),
        random.nextBoolean() ? List.of() : List.of(target("drill-room")));
  }

  private BrandPlan brand(String key, Map<String, Contact> people, List<Responder> rotas) {
    List<Responder> whom = new ArrayList<>(rotas);
    PEOPLE.forEach(name -> whom.add(people.get(name)));
    Collections.shuffle(whom, random);
    List<PagingRule> rules = new ArrayList<>();
    whom.subList(0, random.nextInt(4)).forEach(responder -> rules.add(pages(responder)));
    rules.addAll(notices(PlanStep.NOTIFY, whom));
    rules.addAll(notices(PlanStep.PAUSE_PUBLISHING, whom));
    List<BackupPool> pools =
        IntStream.range(0, 1 + random.nextInt(2)).mapToObj(i -> pool("pool-" + i)).toList();
    List<CareQueue> queues =
        IntStream.range(0, 1 + random.nextInt(2)).mapToObj(i -> queue("queue-" + i)).toList();
    return new BrandPlan(
        new BrandTerms(key, List.of(key), List.of(), List.of(), List.of(), List.of()),
        key,
        TREE,
        rules,
        queues.stream().map(queue -> redirect(queue, pools)).toList(),
        new SeverityPolicy(30, 5_000_000, oneOf(20_000L, 60_000L, 120_000L), 2, 3),
        "",
        IntentWords.none(key),
        List.of(),
        new BrandCare(List.of(), queues, pools, Guidelines.NONE),
        life(),
        random.nextBoolean() ? "Foodnet" : null);
  }

  private LifePolicy life() {
    List<RecordOnly> spans = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      long from = begin.toEpochMilli() + random.nextInt(seconds * 1_000);
      spans.add(new RecordOnly("sale", from, from + 20_000 + random.nextInt(seconds * 500)));
    }
    return new LifePolicy(
        oneOf(0L, 60_000L, 600_000L),
        oneOf(0L, 60_000L, 300_000L),
        oneOf(0L, 120_000L, 600_000L),
        spans);
  }

  private PagingRule pages(Responder responder) {
    int times = 1 + random.nextInt(3);
    return new PagingRule(
        responder,
        severity(),
        oneOf(0L, 0L, 30_000L, 120_000L),
        times == 1 ? 0 : oneOf(10_000L, 60_000L, 120_000L),
        times);
  }

  private List<PagingRule> notices(PlanStep step, List<Responder> whom) {
    return random.nextInt(3) > 0
        ? List.of()
        : List.of(new PagingRule(step, whom.get(random.nextInt(whom.size())), severity(), 0, 0, 1));
  }

  private Severity severity() {
    return oneOf(Severity.NOTICE, Severity.WARNING, Severity.WARNING, Severity.CRITICAL);
  }

  private Contact person(String name) {
    return new Contact(target(name), random.nextBoolean() ? null : quietHours());
  }

  private static PageTarget target(String name) {
    return PageTarget.of(name, Transport.CONSOLE, null);
  }

  private QuietHours quietHours() {
    ZoneId zone = oneOf(ZONES);
    LocalTime from = LocalTime.from(moment(zone)).minusMinutes(random.nextInt(600));
    return new QuietHours(zone, from, from.plusMinutes(30 + random.nextInt(600)));
  }

  private OnCall rota(String name, Map<String, Contact> people) {
    ZoneId zone = oneOf(ZONES);
    List<StandIn> standIns = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      LocalDateTime from = moment(zone);
      standIns.add(new StandIn(oneOf(PEOPLE), from, from.plusMinutes(1 + random.nextInt(30))));
    }
    return new OnCall(
        new Rota(name, zone, List.of(layer(zone), layer(zone)), standIns, Set.of()), people);
  }

  private RotaLayer layer(ZoneId zone) {
    List<String> turns = new ArrayList<>(PEOPLE);
    Collections.shuffle(turns, random);
    LocalTime from = LocalTime.from(moment(zone));
    DayHours some =
        new DayHours(
            Set.of(DayOfWeek.values()),
            from,
            from.plusMinutes((random.nextBoolean() ? 1 : 700) + random.nextInt(40)));
    return new RotaLayer(
        turns,
        moment(zone).minusDays(random.nextInt(9)),
        1 + random.nextInt(3),
        random.nextInt(3) == 0 ? List.of() : List.of(some),
        HolidayRule.WORKED);
  }

  /** Some minute of the story, by this clock. */
  private LocalDateTime moment(ZoneId zone) {
    return LocalDateTime.ofInstant(begin.plusSeconds(random.nextInt(seconds)), zone);
  }

  private BackupPool pool(String name) {
    return new BackupPool(
        name, random.nextInt(8), 1 + random.nextInt(5), List.of(), skills(2), null);
  }

  private CareQueue queue(String name) {
    @Nullable Long capacity = random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(6));
    return new CareQueue(name, capacity, skills(3), null, List.of());
  }

  private QueueRedirect redirect(CareQueue queue, List<BackupPool> pools) {
    List<String> backups = new ArrayList<>(pools.stream().map(BackupPool::name).toList());
    Collections.shuffle(backups, random);
    return new QueueRedirect(
        queue.name(),
        backups,
        severity(),
        0.3 + 0.7 * random.nextDouble(),
        random.nextInt(600_000));
  }

  private List<String> skills(int oneIn) {
    return SKILLS.stream().filter(skill -> random.nextInt(oneIn) == 0).toList();
  }

  @SafeVarargs
  private <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
