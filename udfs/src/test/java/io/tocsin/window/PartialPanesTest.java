package io.tocsin.window;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.BrandPart;
import io.tocsin.mention.PartKind;
import io.tocsin.mention.Visibility;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.intent.Intent;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.testing.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PartialPanesTest {
  private static final long PANE = 1_000;
  private static final BrandTree TREE =
      new BrandTree(
          List.of(
              new Region("north", "North", null),
              new Region("yorkshire", "Yorkshire", "north"),
              new Region("south", "South", null)),
          List.of(
              new Location("leeds", "Leeds", "yorkshire"),
              new Location("york", "York", "yorkshire"),
              new Location("durham", "Durham", "north"),
              new Location("brighton", "Brighton", "south"),
              new Location("airport", "Airport", null)),
          List.of(new BrandTopic("refunds", "Refunds"), new BrandTopic("queues", "Queues")));
  private static final BrandMap MAP = new BrandMap(TREE);

  @RepeatedTest(20)
  void panesSummedAreTheNaiveSums(RepetitionInfo info) {
    long seed = info.getCurrentRepetition();
    List<ScoredMention> mentions = randomMentions(seed, 300);

    Map<String, long[]> naive = new HashMap<>();
    for (ScoredMention mention : mentions) {
      long start = mention.mention().createdAtMillis() / PANE * PANE;
      for (String brand : mention.brands()) {
        for (Watch watch : watches(brand, mention)) {
          long[] sums = naive.computeIfAbsent(watch.key() + "@" + start, key -> new long[3]);
          sums[0]++;
          sums[1] += Math.round(mention.sentiment().negative() * 1e6);
          sums[2] += mention.influence().reach();
        }
      }
    }

    Map<String, long[]> summed = new HashMap<>();
    for (Pane pane : panes(mentions)) {
      summed.put(
          pane.watch().key() + "@" + pane.startMillis(),
          new long[] {pane.mentions(), pane.negativityMicros(), pane.reach()});
    }
    assertThat(summed.keySet()).as("seed %d", seed).isEqualTo(naive.keySet());
    naive.forEach(
        (key, sums) -> assertThat(summed.get(key)).as("seed %d %s", seed, key).isEqualTo(sums));
  }

  /** All watches that a mention concerns, by looking at each. */
  private static Set<Watch> watches(String brand, ScoredMention mention) {
    Set<Watch> watches = new HashSet<>();
    watches.add(Watch.ofBrand(brand));
    watches.add(Watch.ofChannel(brand, mention.mention().channel()));
    for (BrandPart part : mention.parts()) {
      if (part.brand().equals(brand) && part.kind() == PartKind.TOPIC) {
        watches.add(Watch.ofTopic(brand, part.key()));
      } else if (part.brand().equals(brand) && part.kind() == PartKind.LOCATION) {
        watches.add(Watch.ofLocation(brand, part.key()));
        switch (part.key()) {
          case "leeds", "york" -> {
            watches.add(Watch.ofRegion(brand, "yorkshire"));
            watches.add(Watch.ofRegion(brand, "north"));
          }
          case "durham" -> watches.add(Watch.ofRegion(brand, "north"));
          case "brighton" -> watches.add(Watch.ofRegion(brand, "south"));
          default -> {}
        }
      }
    }
    return watches;
  }

  @RepeatedTest(20)
  void distinctCountsOfParentsAreThoseOfTheirMentions(RepetitionInfo info) {
    long seed = info.getCurrentRepetition();
    List<ScoredMention> mentions = randomMentions(seed, 300);

    Map<String, Set<Long>> texts = new HashMap<>();
    for (ScoredMention mention : mentions) {
      for (String brand : mention.brands()) {
        for (Watch watch : watches(brand, mention)) {
          texts.computeIfAbsent(watch.key(), key -> new HashSet<>()).add(mention.textHash());
        }
      }
    }
    Map<String, DistinctCount> counted = new HashMap<>();
    for (Pane pane : panes(mentions)) {
      counted.computeIfAbsent(pane.watch().key(), key -> new DistinctCount()).merge(pane.texts());
    }
    texts.forEach(
        (watch, different) ->
            assertThat((double) requireNonNull(counted.get(watch)).estimate())
                .as("seed %d %s", seed, watch)
                .isCloseTo(different.size(), Percentage.withPercentage(12)));
  }

  @Test
  void aMentionOfTwoPlacesCountsOnceInTheirRegion() {
    List<Pane> panes = panes(List.of(about("a", "leeds", "york", "brighton")));

    assertThat(panes)
        .extracting(pane -> pane.watch().key())
        .containsExactly(
            "acme",
            "acme/channel/x",
            "acme/location/brighton",
            "acme/location/leeds",
            "acme/location/york",
            "acme/region/north",
            "acme/region/south",
            "acme/region/yorkshire");
    assertThat(panes).allSatisfy(pane -> assertThat(pane.mentions()).isEqualTo(1));
  }

  private static ScoredMention about(String id, String... locations) {
    ScoredMention scored = Samples.scored(Samples.mention(id, "x", 0), 0.5f, "acme");
    return Samples.about(
        scored, withRegions(Stream.of(locations).map(PartialPanesTest::location).toList()));
  }

  private static BrandPart location(String key) {
    return new BrandPart("acme", PartKind.LOCATION, key);
  }

  /** As matching hands them on. */
  private static List<BrandPart> withRegions(Collection<BrandPart> parts) {
    Set<BrandPart> all = new TreeSet<>(parts);
    for (BrandPart part : parts) {
      if (part.kind() == PartKind.LOCATION) {
        MAP.regionsOf(part.key())
            .forEach(region -> all.add(new BrandPart("acme", PartKind.REGION, region)));
      }
    }
    return List.copyOf(all);
  }

  @RepeatedTest(20)
  void orderWithinAPaneDoesNotMatter(RepetitionInfo info) {
    long seed = info.getCurrentRepetition();
    List<ScoredMention> mentions = randomMentions(seed, 300);
    List<ScoredMention> shuffled = new ArrayList<>(mentions);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(slides(panes(shuffled)))
        .as("seed %d", seed)
        .usingRecursiveComparison()
        .isEqualTo(slides(panes(mentions)));
  }

  @RepeatedTest(20)
  void partsOfAPaneInAnyOrderMakeTheSameSlide(RepetitionInfo info) {
    long seed = info.getCurrentRepetition();
    List<ScoredMention> mentions = randomMentions(seed, 300);
    List<Pane> parts = new ArrayList<>(panes(mentions.subList(0, 120)));
    parts.addAll(panes(mentions.subList(120, 300)));
    Collections.shuffle(parts, new Random(seed));

    assertThat(slides(parts))
        .as("seed %d", seed)
        .usingRecursiveComparison()
        .isEqualTo(slides(panes(mentions)));
  }

  @Test
  void keepsWhatIsNotYetOver() {
    PartialPanes panes = new PartialPanes(PANE);
    panes.add(Samples.scored(Samples.mention("a", "x", 500), 0.5f, "acme"), 500);
    panes.add(Samples.scored(Samples.mention("b", "x", 1_500), 0.5f, "acme"), 1_500);

    List<Pane> flushed = new ArrayList<>();
    panes.flushBefore(1_000, flushed::add);

    assertThat(flushed).extracting(Pane::startMillis).containsOnly(0L);
    assertThat(panes.size()).isEqualTo(1);
  }

  @Test
  void sendsTheTextsOfAChannelOnceWithItsBrands() {
    PartialPanes panes = new PartialPanes(PANE);
    panes.add(Samples.scored(Samples.mention("a", "x", 0), 0.5f, "acme"), 0);
    panes.add(Samples.scored(Samples.mention("b", "bluesky", 0), 0.5f, "acme"), 0);
    List<Pane> flushed = new ArrayList<>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);

    assertThat(flushed)
        .filteredOn(pane -> pane.watch().dimension() == Dimension.BRAND)
        .singleElement()
        .satisfies(
            pane ->
                assertThat(pane.crowd().texts())
                    .extracting(SampledText::text)
                    .containsExactlyInAnyOrder("text of a", "text of b"));
    assertThat(flushed)
        .filteredOn(pane -> pane.watch().dimension() == Dimension.CHANNEL)
        .hasSize(2)
        .allSatisfy(pane -> assertThat(pane.crowd().texts()).isEmpty());
  }

  @Test
  void countsLateMentionsAndSumsNothingElseOfThem() {
    ScoredMention late = Samples.scored(Samples.mention("a", "x", 0), 0.9f, "acme");
    PartialPanes counts = new PartialPanes(PANE);
    counts.addLate(late, 7_000);
    counts.addLate(late, 7_000);
    List<Pane> flushed = new ArrayList<>();
    counts.flushBefore(Long.MAX_VALUE, flushed::add);

    assertThat(flushed)
        .extracting(pane -> pane.watch().key())
        .containsExactlyInAnyOrder("acme", "acme/channel/x");
    assertThat(flushed)
        .allSatisfy(pane -> assertThat(pane.startMillis()).isEqualTo(7_000))
        .allSatisfy(pane -> assertThat(pane.crowd().late()).isEqualTo(2))
        .allSatisfy(pane -> assertThat(pane.mentions()).isZero())
        .allSatisfy(pane -> assertThat(pane.examples()).isEmpty())
        .allSatisfy(pane -> assertThat(pane.crowd().texts()).isEmpty());
  }

  @Test
  void showsNoPrivatePostAsExample() {
    PartialPanes panes = new PartialPanes(PANE);
    var secret = Samples.mention("a", "x", 0, "someone", Visibility.PRIVATE);
    panes.add(Samples.scored(secret, 0.9f, "acme"), 0);

    List<Pane> flushed = new ArrayList<>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);

    assertThat(flushed).allSatisfy(pane -> assertThat(pane.examples()).isEmpty());
    assertThat(flushed).allSatisfy(pane -> assertThat(pane.crowd().texts()).isEmpty());
    assertThat(flushed).allSatisfy(pane -> assertThat(pane.mentions()).isEqualTo(1));
  }

  @Test
  void anExampleSaysWhatItsAuthorWants() {
    PartialPanes panes = new PartialPanes(PANE);
    Intent asks = new Intent(0.9f, List.of(IntentKind.QUESTION));
    panes.add(Samples.wanting(Samples.scored(Samples.mention("a", "x", 0), 0.9f, "acme"), asks), 0);

    List<Pane> flushed = new ArrayList<>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);

    assertThat(flushed)
        .flatExtracting(Pane::examples)
        .extracting(example -> example.post().kinds())
        .containsOnly(asks.kinds());
  }

  @Test
  void aFloodOfVariationsIsOneVoiceAndAStormIsMany() {
    List<ScoredMention> flood = new ArrayList<>();
    List<ScoredMention> storm = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      var mention = Samples.mention("m" + i, "x", 0);
      flood.add(Samples.scored(mention, 0.9f, i, 7, "acme"));
      storm.add(Samples.scored(mention, 0.9f, i, i, "acme"));
    }

    assertThat(slides(panes(flood)).values())
        .allSatisfy(slide -> assertThat(slide.distinctTexts()).isEqualTo(30))
        .allSatisfy(slide -> assertThat(slide.voices()).isEqualTo(1));
    assertThat(slides(panes(storm)).values())
        .allSatisfy(slide -> assertThat(slide.voices()).isEqualTo(30));
  }

  @Test
  void sumsWhatMentionsWant() {
    ScoredMention asks = Samples.scored(Samples.mention("a", "x", 0), 0.5f, "acme");
    ScoredMention silent = Samples.scored(Samples.mention("b", "x", 0), 0.5f, "acme");
    Intent intent = new Intent(0.75f, List.of(IntentKind.COMPLAINT, IntentKind.QUESTION));

    List<Pane> panes =
        panes(
            List.of(
                Samples.wanting(asks, intent),
                Samples.wanting(silent, Intent.UNKNOWN),
                Samples.wanting(silent, new Intent(0.5f, List.of(IntentKind.COMPLAINT)))));

    assertThat(panes)
        .isNotEmpty()
        .allSatisfy(pane -> assertThat(pane.needsResponseMicros()).isEqualTo(1_250_000))
        .allSatisfy(
            pane ->
                assertThat(pane.kinds())
                    .isEqualTo(Map.of(IntentKind.COMPLAINT, 2L, IntentKind.QUESTION, 1L)));
  }

  private static List<Pane> panes(List<ScoredMention> mentions) {
    PartialPanes panes = new PartialPanes(PANE);
    mentions.forEach(mention -> panes.add(mention, mention.mention().createdAtMillis()));
    List<Pane> flushed = new ArrayList<>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);
    return flushed;
  }

  private static Map<String, Slide> slides(List<Pane> panes) {
    Map<String, List<Pane>> byWatch = new HashMap<>();
    panes.forEach(
        pane ->
            byWatch
                .computeIfAbsent(
                    pane.watch().key() + "@" + pane.startMillis(), key -> new ArrayList<>())
                .add(pane));
    Map<String, Slide> slides = new HashMap<>();
    byWatch.forEach((key, parts) -> slides.put(key, Slide.of(0, parts)));
    return slides;
  }

  private static List<ScoredMention> randomMentions(long seed, int count) {
    Random random = new Random(seed);
    List<ScoredMention> mentions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var mention =
          Samples.mention(
              "m" + random.nextInt(400),
              random.nextBoolean() ? "x" : "bluesky",
              random.nextInt(5_000),
              "author-" + random.nextInt(50),
              Visibility.PUBLIC);
      String[] brands =
          random.nextInt(4) == 0 ? new String[] {"acme", "zeta"} : new String[] {"acme"};
      mentions.add(
          Samples.about(Samples.scored(mention, random.nextFloat(), brands), parts(random)));
    }
    return mentions;
  }

  private static List<BrandPart> parts(Random random) {
    Set<BrandPart> parts = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      boolean topic = random.nextInt(3) == 0;
      String key =
          topic
              ? TREE.topics().get(random.nextInt(2)).key()
              : TREE.locations().get(random.nextInt(5)).key();
      parts.add(new BrandPart("acme", topic ? PartKind.TOPIC : PartKind.LOCATION, key));
    }
    return withRegions(parts);
  }
}
