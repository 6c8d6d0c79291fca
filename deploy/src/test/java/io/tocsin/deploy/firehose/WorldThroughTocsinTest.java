package io.tocsin.deploy.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.firehose.text.Topic;
import io.tocsin.mention.BrandMatcher;
import io.tocsin.mention.MentionParser;
import io.tocsin.mention.NormalisedText;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.RawRecord;
import io.tocsin.response.BrandPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import io.tocsin.response.plan.PlanReading;
import io.tocsin.scoring.NamedScorer;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the simulator tells is what Tocsin's own parts understand. */
class WorldThroughTocsinTest {
  private static final long SEED = 31;
  private static final long START = Instant.parse("2026-01-05T18:00:00Z").toEpochMilli();
  private static final long END = START + 300_000;
  private static final WorldSettings SETTINGS =
      WorldSettings.defaults().withEvents(DemoScript.events(START, 120_000));

  @Test
  void theParserAcceptsEveryMentionAndRefusesEveryMalformedRecord() {
    MentionParser parser = new MentionParser();
    world()
        .until(
            END,
            record -> {
              RawRecord raw =
                  new RawRecord(record.value(), "mentions", 0, 0, record.arrivalMillis());
              ParsedRecord parsed = parser.parse(raw);
              assertThat(parsed.mention() == null)
                  .as(new String(record.value(), UTF_8))
                  .isEqualTo(record.kind() == RecordKind.MALFORMED);
            });
  }

  @Test
  void theParserReadsWhatTheWorldMeant() {
    MentionParser parser = new MentionParser();
    List<FirehoseRecord> records = new ArrayList<>();
    world().until(END, records::add);
    List<Delivery> meant = told(delivery -> true);

    assertThat(records).hasSameSizeAs(meant);
    for (int i = 0; i < records.size(); i++) {
      if (meant.get(i).kind() != RecordKind.MALFORMED) {
        RawRecord raw = new RawRecord(records.get(i).value(), "mentions", 0, 0, END);
        assertThat(parser.parse(raw).mention()).isEqualTo(meant.get(i).draft().mention());
      }
    }
  }

  @Test
  void theDemoPlanFindsEveryBrandAndNothingInNoise() throws IOException {
    PlanReading plan = CrisisPlanParser.read(Path.of("plans", "demo.yaml"));
    assertThat(plan.problems()).isEmpty();
    BrandMatcher matcher =
        new BrandMatcher(
            requireNonNull(plan.plan()).brands().stream().map(BrandPlan::terms).toList());

    for (Delivery delivery : told(delivery -> true)) {
      String brand = delivery.draft().brand();
      assertThat(matcher.match(delivery.draft().mention()))
          .as(delivery.draft().mention().text())
          .isEqualTo(brand == null ? List.of() : List.of(brand));
    }
  }

  @Test
  void theScorerHearsTheOutageAndTheJoy() {
    Map<SentimentLabel, Long> outage = labels(about(Topic.OUTAGE));
    Map<SentimentLabel, Long> joy = labels(about(Topic.JOY));

    assertThat(share(outage, SentimentLabel.NEGATIVE)).isGreaterThan(0.5);
    assertThat(share(joy, SentimentLabel.NEGATIVE)).isLessThan(0.15);
    assertThat(share(joy, SentimentLabel.POSITIVE)).isGreaterThan(0.5);
  }

  @Test
  void theFloodIsOneTextOnceItIsNormalised() {
    List<Delivery> flood = told(about(Topic.SPAM));
    NormalisedText text = new NormalisedText();

    assertThat(flood).hasSizeGreaterThan(100);
    Set<Long> hashes = new HashSet<>();
    for (Delivery delivery : flood) {
      text.read(delivery.draft().mention().text());
      hashes.add(text.hash());
    }
    assertThat(hashes).hasSize(1);
  }

  @Test
  void theOutageStaysAStormOfManyWhenNearTextsAreOne() {
    NormalisedText text = new NormalisedText();
    Set<List<Long>> textsOfSlides = new HashSet<>();
    Set<List<Long>> nearTextsOfSlides = new HashSet<>();
    for (Delivery delivery : told(about(Topic.OUTAGE))) {
      long slide = delivery.draft().mention().createdAtMillis() / 10_000;
      text.read(delivery.draft().mention().text());
      textsOfSlides.add(List.of(slide, text.hash()));
      nearTextsOfSlides.add(List.of(slide, text.nearKey()));
    }
    // The simulator's people share a phrasebook, so some of them are near.
    assertThat((double) nearTextsOfSlides.size() / textsOfSlides.size()).isGreaterThan(0.5);
  }

  private static World world() {
    return new World(SEED, START, SETTINGS);
  }

  private static List<Delivery> told(Predicate<Delivery> which) {
    List<Delivery> deliveries = new ArrayList<>();
    world().deliveriesUntil(END, deliveries::add);
    return deliveries.stream().filter(which).toList();
  }

  private static Predicate<Delivery> about(Topic topic) {
    return delivery -> delivery.draft().topic() == topic;
  }

  private static Map<SentimentLabel, Long> labels(Predicate<Delivery> which) {
    SentimentScorer scorer = new NamedScorer(NamedScorer.DEFAULT_NAME, null).create();
    return told(which).stream()
        .map(delivery -> delivery.draft().mention())
        .collect(
            Collectors.groupingBy(
                mention -> scorer.score(mention.text(), mention.lang()).label(),
                Collectors.counting()));
  }

  private static double share(Map<SentimentLabel, Long> labels, SentimentLabel label) {
    double all = labels.values().stream().mapToLong(Long::longValue).sum();
    return labels.getOrDefault(label, 0L) / all;
  }
}
