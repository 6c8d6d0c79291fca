package io.tocsin.response;

import io.tocsin.incident.BrandBook;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentTracker;
import io.tocsin.incident.Severity;
import io.tocsin.incident.SeverityPolicy;
import io.tocsin.mention.BrandPart;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.PartKind;
import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.spike.DetectorPolicy;
import io.tocsin.spike.Spike;
import io.tocsin.spike.SpikeDetector;
import io.tocsin.spike.WatchState;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Location;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import io.tocsin.window.Region;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A chain of 1,250 places in 21 regions, 62 of them in the west, that people talk about calmly for
 * more than an hour, and what Tocsin makes of it: panes, spikes, incidents, pages, without Flink.
 */
final class ChainStory {
  static final int PLACES = 1_250;
  static final int IN_THE_WEST = 62;
  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private static final long SLIDE = 10_000;
  private static final int CALM_SLIDES = 420;
  private static final double POSTS_A_SLIDE = 0.04;

  final List<Incident> incidents = new ArrayList<>();
  final List<Page> pages = new ArrayList<>();

  private final BrandPlan plan = plan();
  private final SpikeDetector detector =
      new SpikeDetector(DetectorPolicy.standard(SLIDE), Map.of());
  private final Map<String, WatchState> states = new TreeMap<>();
  private final IncidentTracker tracker = new IncidentTracker(plan.incidentPolicy(), "v1");
  private final ResponsePlanner planner = new ResponsePlanner(plan, "v1", null);
  private final BrandBook book = new BrandBook();
  private final ResponseBook responses = new ResponseBook();
  private final PartialPanes panes = new PartialPanes(SLIDE);
  private final Random random;
  private int posts;
  private long now = START.toEpochMilli();

  private ChainStory(long seed) {
    random = new Random(seed);
  }

  /**
   * A calm hour and more, then some places burn for a while.
   *
   * @param burning whether the place of this number burns
   * @param postsASlide angry posts of each burning place in ten seconds
   */
  static ChainStory of(long seed, IntPredicate burning, double postsASlide, int slides) {
    ChainStory story = new ChainStory(seed);
    for (int slide = 0; slide < CALM_SLIDES; slide++) {
      story.slide(place -> false, 0);
    }
    for (int slide = 0; slide < slides; slide++) {
      story.slide(burning, postsASlide);
    }
    return story;
  }

  private void slide(IntPredicate burning, double postsASlide) {
    for (int place = 0; place < PLACES; place++) {
      posts(place, POSTS_A_SLIDE, () -> random.nextInt(7) == 0 ? 0.9f : 0.05f);
      if (burning.test(place)) {
        posts(place, postsASlide, () -> 0.9f);
      }
    }
    Map<String, List<Pane>> byWatch = new TreeMap<>();
    states.forEach(
        (key, state) -> {
          if (!detector.idle(state)) {
            byWatch.put(key, new ArrayList<>());
          }
        });
    panes.flushBefore(
        Long.MAX_VALUE,
        pane -> byWatch.computeIfAbsent(pane.watch().key(), key -> new ArrayList<>()).add(pane));
    List<Spike> spikes = new ArrayList<>();
    byWatch.forEach((key, parts) -> spikes.addAll(judge(key, parts)));
    now += SLIDE;
    respond(spikes);
  }

  private List<Spike> judge(String key, List<Pane> parts) {
    WatchState state =
        states.computeIfAbsent(key, unused -> new WatchState(DetectorPolicy.standard(SLIDE)));
    return detector.onSlide(Watch.ofKey(key), state, Slide.of(now, parts));
  }

  private void respond(List<Spike> spikes) {
    Incident incident = spikes.isEmpty() ? null : tracker.onSpikes(book, spikes);
    if (incident != null) {
      incidents.add(incident);
      pages.addAll(planner.decide(incident, responses));
    }
  }

  private interface Mood {
    float next();
  }

  private void posts(int place, double rate, Mood mood) {
    int count = (int) rate + (random.nextDouble() < rate - (int) rate ? 1 : 0);
    for (int i = 0; i < count; i++) {
      String channel = random.nextBoolean() ? "x" : "facebook";
      ScoredMention scored =
          Samples.scored(Samples.mention("m" + posts++, channel, now), mood.next(), "corner");
      List<BrandPart> parts =
          List.of(
              new BrandPart("corner", PartKind.LOCATION, key(place)),
              new BrandPart("corner", PartKind.REGION, regionOf(place)));
      panes.add(Samples.about(scored, parts), now + random.nextInt((int) SLIDE));
    }
  }

  static String key(int place) {
    return "place-" + place;
  }

  private static String regionOf(int place) {
    return place < IN_THE_WEST ? "west" : "region-" + place % 20;
  }

  private static BrandPlan plan() {
    List<Region> regions = new ArrayList<>(List.of(new Region("west", "The West", null)));
    IntStream.range(0, 20)
        .forEach(i -> regions.add(new Region("region-" + i, "Region " + i, null)));
    List<Location> places =
        IntStream.range(0, PLACES)
            .mapToObj(place -> new Location(key(place), "Place " + place, regionOf(place)))
            .toList();
    return new BrandPlan(
        new BrandTerms("corner", List.of("corner"), List.of(), List.of(), List.of(), List.of()),
        "Corner Coffee",
        new BrandTree(regions, places, List.of()),
        List.of(
            PagingRule.atOnce(contact("duty"), Severity.WARNING),
            PagingRule.atOnce(contact("chief"), Severity.CRITICAL)),
        List.of(),
        new SeverityPolicy(1_000, Long.MAX_VALUE, 600_000, 10, 30),
        "Call the roastery.",
        IntentWords.none("corner"),
        List.of(),
        BrandCare.NONE);
  }

  private static Contact contact(String name) {
    return new Contact(PageTarget.of(name, Transport.CONSOLE, null), null);
  }

  /** The incident as last written. */
  Incident last() {
    return Objects.requireNonNull(incidents.get(incidents.size() - 1));
  }
}
