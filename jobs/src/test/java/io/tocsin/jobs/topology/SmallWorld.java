package io.tocsin.jobs.topology;

import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.Author;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Drill;
import io.tocsin.mention.Engagement;
import io.tocsin.mention.Mention;
import io.tocsin.mention.MentionKind;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.Visibility;
import io.tocsin.response.BrandCare;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.Contact;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.PageTarget;
import io.tocsin.response.PagingRule;
import io.tocsin.response.QueueRedirect;
import io.tocsin.response.Transport;
import io.tocsin.response.live.PlanFeed;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.window.BrandTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** Two brands for two hours and a half, in time order: an outage at one, a joy at the other. */
final class SmallWorld {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final long START_MILLIS = START.toEpochMilli();
  static final long DRILL_MILLIS = START_MILLIS + 80 * 60_000L + 3_000;
  static final long OUTAGE_MILLIS = START_MILLIS + 2 * 3_600_000L + 7_000;
  static final long OUTAGE_END_MILLIS = OUTAGE_MILLIS + 120_000;
  static final long END_MILLIS = OUTAGE_MILLIS + 1_800_000;

  private static final List<String> CHANNELS = List.of("x", "bluesky", "facebook");
  private static final List<String> ANGRY =
      List.of(
          "is down again, terrible service",
          "broken and useless, I hate this",
          "worst outage ever, angry");
  private static final List<String> CALM =
      List.of("opened a shop in town", "great service, thank you", "see you there tomorrow");
  private static final List<String> HAPPY =
      List.of(
          "love this advert, wonderful",
          "so beautiful, great, thank you",
          "best ever, happy tears");

  private final Random random;
  private final List<Mention> mentions = new ArrayList<>();

  private SmallWorld(long seed) {
    random = new Random(seed);
  }

  /** All mentions of the world, in time order. */
  static List<Mention> mentions(long seed) {
    SmallWorld world = new SmallWorld(seed);
    for (long time = START_MILLIS; time < END_MILLIS; time += 1_000) {
      boolean burning = time >= OUTAGE_MILLIS && time < OUTAGE_END_MILLIS;
      world.posts(time, "acme", burning ? 15 : 0.7, burning ? ANGRY : CALM);
      world.posts(time, "zeta", burning ? 12 : 0.6, burning ? HAPPY : CALM);
    }
    world.mentions.sort(Comparator.comparingLong(Mention::createdAtMillis));
    return world.mentions;
  }

  /** What a drill makes up about acme in two minutes of its calm, in time order. */
  static List<Mention> drill(long seed, Drill drill) {
    SmallWorld world = new SmallWorld(seed);
    for (long time = DRILL_MILLIS; time < drill.endsAt().toEpochMilli(); time += 1_000) {
      world.posts(time, "acme", 15, ANGRY);
    }
    world.mentions.sort(Comparator.comparingLong(Mention::createdAtMillis));
    return world.mentions.stream().map(mention -> madeUp(mention, drill)).toList();
  }

  private static Mention madeUp(Mention mention, Drill drill) {
    return new Mention(
        drill.id() + "-" + mention.id(),
        mention.channel(),
        mention.text(),
        mention.lang(),
        mention.createdAtMillis(),
        mention.author(),
        mention.kind(),
        mention.conversationId(),
        mention.inReplyTo(),
        mention.addressedTo(),
        mention.location(),
        mention.url(),
        mention.visibility(),
        mention.engagement(),
        drill);
  }

  /** A plan for both brands that pages from a warning on. */
  static CrisisPlan plan() {
    return new CrisisPlan(
        "test-1",
        List.of(brand("acme"), brand("zeta")),
        null,
        List.of(PageTarget.of("rehearsal", Transport.CONSOLE, null)));
  }

  /** Its plan, which stays what it is. */
  static PlanStreams plans(DataStream<ParsedRecord> records) {
    DataStream<PlanNotice> none =
        records
            .flatMap((ParsedRecord parsed, Collector<PlanNotice> out) -> {})
            .returns(TypeInformation.of(PlanNotice.class))
            .uid("no-plans");
    return PlanStreams.checked(none, plan(), PlanFeed.Factory.NONE);
  }

  private static BrandPlan brand(String key) {
    return new BrandPlan(
        new BrandTerms(key, List.of(key), List.of(key), List.of(), List.of(), List.of()),
        key,
        BrandTree.NONE,
        List.of(
            PagingRule.atOnce(
                new Contact(PageTarget.of("duty", Transport.CONSOLE, null), null),
                Severity.WARNING)),
        List.of(new QueueRedirect(key + "-care", key + "-backup", Severity.WARNING)),
        new SeverityPolicy(1e9, Long.MAX_VALUE, 300_000, 10, 100),
        "",
        IntentWords.none(key),
        List.of(),
        BrandCare.NONE);
  }

  private void posts(long time, String brand, double rate, List<String> voices) {
    int count = (int) rate + (random.nextDouble() < rate - (int) rate ? 1 : 0);
    for (int i = 0; i < count; i++) {
      String voice = voices.get(random.nextInt(voices.size()));
      String text = "@" + brand + " " + voice + ownWords();
      mentions.add(post("m" + mentions.size(), time + random.nextInt(1_000), text));
    }
  }

  /** What one person says and no other, so that a storm of people is no flood of copies. */
  private String ownWords() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      words.append(" zz");
      random.ints(4, 'a', 'z' + 1).forEach(words::appendCodePoint);
    }
    return words.toString();
  }

  private Mention post(String id, long time, String text) {
    return new Mention(
        id,
        CHANNELS.get(random.nextInt(CHANNELS.size())),
        text,
        "en",
        time,
        new Author("a" + random.nextInt(100_000), null, (long) random.nextInt(5_000), null, null),
        MentionKind.POST,
        null,
        null,
        List.of(),
        null,
        null,
        Visibility.PUBLIC,
        Engagement.NONE);
  }

  /** A mention like this one, told again by other words, under another id, at another time. */
  static Mention like(Mention mention, String id, String text, long createdAtMillis) {
    return new Mention(
        id,
        mention.channel(),
        text,
        mention.lang(),
        createdAtMillis,
        mention.author(),
        mention.kind(),
        null,
        null,
        List.of(),
        null,
        null,
        mention.visibility(),
        mention.engagement());
  }
}
