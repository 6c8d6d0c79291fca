package io.tocsin.jobs.topology;

import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.DeadLetter;
import io.tocsin.mention.DeadLetterReason;
import io.tocsin.mention.Drill;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.PartKind;
import io.tocsin.mention.PartTerms;
import io.tocsin.response.BrandCare;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.CareAccount;
import io.tocsin.response.CareQueue;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.Department;
import io.tocsin.response.Guidelines;
import io.tocsin.response.overflow.Assignment;
import io.tocsin.response.overflow.Response;
import io.tocsin.response.overflow.ResponseKind;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The small world with everything in it that is counted: reactions, places, languages that nobody
 * speaks, strangers, repeats, damage, a drill, a feed that stands still for twenty minutes, one
 * mention that comes too late, and people who answer.
 */
final class KpiWorld {
  static final String LATE = "late";
  static final int PLACES = 60;
  private static final long DAY_BEFORE_YESTERDAY = 73 * 3_600_000L;
  private static final long GAP_FROM = SmallWorld.START_MILLIS + 92 * 60_000;
  private static final long GAP_TO = GAP_FROM + 20 * 60_000;
  private static final long SWEPT_MILLIS = SmallWorld.START_MILLIS + 55 * 60_000L;
  private static final Drill DRILL =
      new Drill("drill-1", false, Instant.ofEpochMilli(SmallWorld.DRILL_MILLIS + 120_000));

  private KpiWorld() {}

  /** All records, in the order in which they come. */
  static List<ParsedRecord> records(long seed) {
    Random random = new Random(seed);
    List<Mention> mentions = new ArrayList<>(SmallWorld.mentions(seed));
    mentions.removeIf(
        mention -> mention.createdAtMillis() >= GAP_FROM && mention.createdAtMillis() < GAP_TO);
    mentions.replaceAll(mention -> dressed(mention, random));
    mentions.addAll(SmallWorld.drill(seed, DRILL));
    mentions.sort(Comparator.comparingLong(Mention::createdAtMillis));
    List<ParsedRecord> records = new ArrayList<>();
    for (Mention mention : mentions) {
      records.add(new ParsedRecord(mention, null));
      if (random.nextInt(40) == 0) {
        records.add(records.get(Math.max(0, records.size() - 1 - random.nextInt(20))));
      }
      if (random.nextInt(90) == 0) {
        records.add(new ParsedRecord(null, letter(random)));
      }
      if (random.nextInt(70) == 0) {
        String id = "stranger-" + records.size();
        records.add(
            new ParsedRecord(
                SmallWorld.like(mention, id, "nothing of note", mention.createdAtMillis()), null));
      }
    }
    Mention first = mentions.get(3);
    long outage = SmallWorld.OUTAGE_MILLIS;
    records.add(
        records.size() - 900,
        new ParsedRecord(SmallWorld.like(first, LATE, first.text(), outage), null));
    return records;
  }

  private static Mention dressed(Mention mention, Random random) {
    String text =
        random.nextInt(4) == 0
            ? mention.text() + " #town" + random.nextInt(PLACES)
            : mention.text();
    Engagement seen =
        new Engagement(
            random.nextInt(50), random.nextInt(9), random.nextInt(7), random.nextInt(3_000));
    return new Mention(
        mention.id(),
        mention.channel(),
        text,
        random.nextInt(25) == 0 ? "sw" : mention.lang(),
        mention.createdAtMillis(),
        mention.author(),
        mention.kind(),
        null,
        null,
        List.of(),
        null,
        null,
        mention.visibility(),
        seen);
  }

  private static DeadLetter letter(Random random) {
    DeadLetterReason[] reasons = DeadLetterReason.values();
    return new DeadLetter(
        reasons[random.nextInt(reasons.length)],
        "as the dice fell",
        "tocsin.mentions",
        0,
        5,
        new byte[] {'{'},
        SmallWorld.START);
  }

  /** The small world's plan, with places for acme and people who answer. */
  static CrisisPlan plan() {
    CrisisPlan plan = SmallWorld.plan();
    List<BrandPlan> brands = new ArrayList<>(plan.brands());
    brands.set(0, withPlacesAndPeople(brands.get(0)));
    return new CrisisPlan(plan.version(), brands, null, plan.drillReceivers());
  }

  private static BrandPlan withPlacesAndPeople(BrandPlan plain) {
    List<String> towns = IntStream.range(0, PLACES).mapToObj(place -> "town" + place).toList();
    BrandTerms terms =
        plain
            .terms()
            .with(
                towns.stream()
                    .map(
                        town ->
                            new PartTerms(
                                PartKind.LOCATION, town, List.of(), List.of(town), List.of()))
                    .toList());
    Department service = new Department("service", "Customer service");
    return new BrandPlan(
        terms,
        plain.displayName(),
        new BrandTree(
            List.of(),
            towns.stream().map(town -> new Location(town, town, null)).toList(),
            List.of()),
        plain.paging(),
        plain.redirects(),
        plain.severity(),
        "",
        plain.intent(),
        List.of(),
        new BrandCare(
            List.of(new CareAccount("acme", "x", service)),
            List.of(new CareQueue("acme-care", null, List.of(), service, List.of())),
            List.of(),
            Guidelines.NONE));
  }

  /** Where the mention waits for an answer; null if nobody is to answer it. */
  static @Nullable Assignment assignment(ParsedRecord record) {
    Mention mention = record.mention();
    if (mention == null || !isForPeople(mention)) {
      return null;
    }
    int number = number(mention);
    Instant created = Instant.ofEpochMilli(mention.createdAtMillis());
    Instant since = waitsLong(number) ? created.minusMillis(DAY_BEFORE_YESTERDAY) : created;
    String place = number % 28 == 0 ? "town" + number % PLACES : null;
    return new Assignment(
        mention.id(), "acme", "acme-care", null, null, since, created, mention.channel(), place);
  }

  /** How it was answered; null if it never is. */
  static @Nullable Response response(ParsedRecord record) {
    Mention mention = record.mention();
    if (mention == null || !isForPeople(mention) || !isAnswered(number(mention))) {
      return null;
    }
    long answered = mention.createdAtMillis() + 1_000L * (number(mention) % 5_000);
    return new Response(
        mention.id(), "acme", ResponseKind.REPLY, "ben", null, Instant.ofEpochMilli(answered));
  }

  /** What waits since long ago and is not answered is there before the ledger is swept. */
  private static boolean isForPeople(Mention mention) {
    if (mention.drill() != null
        || !mention.text().startsWith("@acme")
        || !mention.id().startsWith("m")
        || number(mention) % 7 != 0) {
      return false;
    }
    int number = number(mention);
    return !waitsLong(number) || isAnswered(number) || mention.createdAtMillis() < SWEPT_MILLIS;
  }

  private static boolean waitsLong(int number) {
    return number % 21 == 0;
  }

  private static boolean isAnswered(int number) {
    return number % 14 == 0;
  }

  private static int number(Mention mention) {
    return Integer.parseInt(mention.id().substring(1));
  }
}
