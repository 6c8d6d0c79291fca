package io.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.Visibility;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.testing.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RecentCrowdTest {
  private static final long SLIDE = 10_000;

  @RepeatedTest(20)
  void anyOrderAndAnyPartingGivesTheSameCrowd(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    List<ScoredMention> mentions = mentions(random, 500, 90);
    Crowd whole = crowd(mentions);
    Collections.shuffle(mentions, random);
    int cut = random.nextInt(mentions.size());
    CrowdAccumulator parts = new CrowdAccumulator();
    parts.add(crowd(mentions.subList(cut, mentions.size())));
    parts.add(crowd(mentions.subList(0, cut)));

    assertThat(parts.toCrowd())
        .as("seed %d", info.getCurrentRepetition())
        .usingRecursiveComparison()
        .isEqualTo(whole);
    assertThat(whole.texts()).hasSize(TextSample.KEPT);
  }

  @RepeatedTest(10)
  void knowsTheShareOfAnAuthorWhoFloods(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    RecentCrowd recent = new RecentCrowd();
    long flooded = 0;
    for (int slide = 0; slide < 30; slide++) {
      List<ScoredMention> mentions = mentions(random, 20, 1_000_000);
      for (int i = 0; i < 15; i++) {
        mentions.add(mention(random, "flooder"));
        flooded++;
      }
      recent.hear(slide(slide, crowd(mentions)));
    }

    assertThat(recent.since(0).ofBusiest())
        .as("seed %d", info.getCurrentRepetition())
        .isBetween(flooded, flooded + 10);
    assertThat(recent.since(20 * SLIDE).ofBusiest()).isBetween(150L, 155L);
  }

  @Test
  void aCrowdHasNoBusiestAuthor() {
    RecentCrowd recent = new RecentCrowd();
    recent.hear(slide(0, crowd(mentions(new Random(1), 5_000, 1_000_000))));

    assertThat(recent.since(0).ofBusiestThree()).isLessThan(20);
  }

  @Test
  void forgetsWhoSpokeLongAgo() {
    RecentCrowd recent = new RecentCrowd();
    recent.hear(slide(0, crowd(mentions(new Random(1), 50, 10))));
    recent.hear(slide(2_161, Crowd.NOBODY));

    assertThat(recent).usingRecursiveComparison().isEqualTo(new RecentCrowd());
  }

  @Test
  void sharesOutLanguages() {
    RecentCrowd recent = new RecentCrowd();
    CrowdAccumulator crowd = new CrowdAccumulator();
    Tally languages = new Tally();
    languages.add(LanguageKey.of("en"), 6);
    languages.add(LanguageKey.of("gsw"), 3);
    languages.add(LanguageKey.of(null), 1);
    crowd.add(new Crowd(new long[0], languages.entries(), List.of(), 0, 0));
    recent.hear(slide(0, crowd.toCrowd()));

    assertThat(recent.since(0).languages())
        .containsExactly(
            new LanguageShare("en", 0.6),
            new LanguageShare("gsw", 0.3),
            new LanguageShare("und", 0.1));
  }

  @Test
  void reachesBackOverHoursWhereLittleIsSaid() {
    RecentCrowd recent = new RecentCrowd();
    Random random = new Random(1);
    for (int hour = 0; hour < 6; hour++) {
      recent.hear(slide(hour * 360L, crowd(mentions(random, 3, 1_000_000))));
    }

    assertThat(recent.since(0).mentions()).isEqualTo(18);
    assertThat(recent.since(0).authors()).isEqualTo(18);
    assertThat(recent.textsBetween(0, 6 * 360 * SLIDE)).hasSize(18);
  }

  @Test
  void isBoundedHoweverMuchIsSaid() {
    RecentCrowd recent = new RecentCrowd();
    Random random = new Random(1);
    for (int slide = 0; slide < 500; slide++) {
      recent.hear(slide(slide, crowd(mentions(random, 30, 1_000_000))));
    }

    assertThat(recent.authors.entries).hasSize(RecentTally.MOST_ENTRIES);
    assertThat(recent.texts.keys).hasSize(TextSample.KEPT);
    CrowdSums sums = recent.since(0);
    assertThat(sums.mentions()).isBetween(30 * 30L, 60 * 30L);
    assertThat(sums.languages()).containsExactly(new LanguageShare("en", 1));
  }

  @Test
  void aStormFillsTheSampleAtOnce() {
    RecentCrowd recent = new RecentCrowd();
    Random random = new Random(1);
    for (int slide = 0; slide < 300; slide++) {
      recent.hear(slide(slide, crowd(mentions(random, 5, 1_000))));
    }
    for (int slide = 300; slide < 303; slide++) {
      recent.hear(slide(slide, crowd(mentions(random, 100, 1_000))));
    }

    assertThat(recent.textsBetween(0, 303 * SLIDE)).hasSize(TextSample.KEPT);
    assertThat(recent.textsBetween(300 * SLIDE, 303 * SLIDE)).hasSizeGreaterThan(35);
  }

  @Test
  void cutsALongTextBetweenCharacters() {
    String smiles = "\uD83D\uDE21".repeat(200);

    assertThat(SampledText.of(1, 2, "x" + smiles).text()).hasSize(279);
    assertThat(SampledText.of(1, 2, smiles).text()).hasSize(280);
  }

  private static Slide slide(long number, Crowd crowd) {
    long mentions = LongStream.of(crowd.languages()).map(Tally::countOf).sum();
    return new Slide(
        number * SLIDE, mentions, 0, mentions, 0, 0, 0, 0, 0, List.of(), List.of(), crowd);
  }

  private static Crowd crowd(List<ScoredMention> mentions) {
    PaneAccumulator sum = new PaneAccumulator();
    mentions.forEach(sum::add);
    return sum.toPane(Watch.ofBrand("acme"), 0).crowd();
  }

  private static List<ScoredMention> mentions(Random random, int count, int authors) {
    List<ScoredMention> mentions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      mentions.add(mention(random, "author-" + random.nextInt(authors)));
    }
    return mentions;
  }

  private static ScoredMention mention(Random random, String author) {
    String id = "m" + random.nextInt(1_000_000);
    var mention = Samples.mention(id, "x", 0, author, Visibility.PUBLIC);
    return Samples.scored(mention, 0.5f, 1, random.nextLong(), "acme");
  }
}
