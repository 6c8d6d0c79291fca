package io.tocsin.window;

import io.tocsin.mention.BrandPart;
import io.tocsin.mention.Drill;
import io.tocsin.scoring.ScoredMention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sums one subtask's mentions into panes before anything is shuffled, so that the cost behind the
 * shuffle grows with the number of active watches and not with the firehose.
 *
 * <p>A mention goes only into leaves: brand and channel, each topic, and the set of locations that
 * it names. Everything else is the sum of leaves when they are flushed: a brand of its channels, a
 * location of the sets that hold it, a region of the sets that hold any location in it. So a
 * mention of two locations counts once in each of them and once in their region, exactly, and no
 * mention is looked at again.
 */
public final class PartialPanes {
  private static final Comparator<Leaf> BY_TIME_AND_KEY =
      Comparator.comparingLong(Leaf::startMillis)
          .thenComparing(Leaf::key)
          .thenComparing(Leaf::drill);

  private record Leaf(Watch watch, long startMillis) {
    String key() {
      return watch.key();
    }

    /** What is real comes first. */
    String drill() {
      Drill drill = watch.drill();
      return drill == null ? "" : drill.id();
    }
  }

  private record Places(
      String brand,
      List<String> locations,
      Set<String> regions,
      long startMillis,
      @Nullable Drill drill) {}

  private final long paneMillis;
  private final Map<Leaf, PaneAccumulator> leaves = new HashMap<>();
  private final Map<Places, PaneAccumulator> places = new HashMap<>();

  /**
   * Panes of this width.
   *
   * @param paneMillis width in milliseconds, at least 1
   */
  public PartialPanes(long paneMillis) {
    this.paneMillis = paneMillis;
  }

  /** Adds a mention to the panes of all its brands at this event time. */
  public void add(ScoredMention mention, long eventTimeMillis) {
    add(mention, eventTimeMillis, PaneAccumulator::add);
  }

  /**
   * Counts a mention whose panes are over as late, and as nothing else.
   *
   * @param eventTimeMillis of panes that are still open
   */
  public void addLate(ScoredMention mention, long eventTimeMillis) {
    add(mention, eventTimeMillis, (sum, late) -> sum.addLate());
  }

  /** Leaves held that nobody has seen yet. */
  public int size() {
    return leaves.size() + places.size();
  }

  /**
   * Hands over and forgets all panes that begin before this time, in a fixed order.
   *
   * @param endMillis epoch milliseconds, exclusive
   */
  public void flushBefore(long endMillis, Consumer<Pane> out) {
    Map<Leaf, List<Pane>> sums = new HashMap<>();
    Map<Leaf, Pane> panes = new TreeMap<>(BY_TIME_AND_KEY);
    leaves.entrySet().removeIf(entry -> take(entry.getKey(), entry.getValue(), endMillis, panes));
    panes.values().forEach(pane -> rollUpChannel(pane, sums));
    places
        .entrySet()
        .removeIf(entry -> rollUpPlaces(entry.getKey(), entry.getValue(), endMillis, sums));
    sums.forEach((leaf, parts) -> panes.put(leaf, sum(leaf, parts)));
    panes.values().forEach(pane -> out.accept(forTheWire(pane)));
  }

  private void add(
      ScoredMention mention, long eventTimeMillis, BiConsumer<PaneAccumulator, ScoredMention> how) {
    long start = Math.floorDiv(eventTimeMillis, paneMillis) * paneMillis;
    Drill drill = mention.mention().drill();
    for (String brand : mention.brands()) {
      Watch watch = Watch.ofChannel(brand, mention.mention().channel()).in(drill);
      how.accept(leaf(watch, start), mention);
    }
    if (!mention.parts().isEmpty()) {
      addParts(mention, start, how);
    }
  }

  private void addParts(
      ScoredMention mention, long start, BiConsumer<PaneAccumulator, ScoredMention> how) {
    Drill drill = mention.mention().drill();
    for (String brand : mention.brands()) {
      List<String> locations = new ArrayList<>();
      Set<String> regions = new LinkedHashSet<>();
      for (BrandPart part : mention.parts()) {
        if (!part.brand().equals(brand)) {
          continue;
        }
        switch (part.kind()) {
          case TOPIC ->
              how.accept(leaf(Watch.ofTopic(brand, part.key()).in(drill), start), mention);
          case LOCATION -> locations.add(part.key());
          case REGION -> regions.add(part.key());
        }
      }
      if (!locations.isEmpty()) {
        Places place = new Places(brand, locations, regions, start, drill);
        how.accept(places.computeIfAbsent(place, unused -> new PaneAccumulator()), mention);
      }
    }
  }

  private PaneAccumulator leaf(Watch watch, long start) {
    return leaves.computeIfAbsent(new Leaf(watch, start), unused -> new PaneAccumulator());
  }

  /** A channel's texts have gone into its brand's: they need not travel twice. */
  private static Pane forTheWire(Pane pane) {
    return pane.watch().dimension() == Dimension.CHANNEL ? pane.withoutTexts() : pane;
  }

  private static boolean take(
      Leaf leaf, PaneAccumulator sum, long endMillis, Map<Leaf, Pane> panes) {
    if (leaf.startMillis() >= endMillis) {
      return false;
    }
    panes.put(leaf, sum.toPane(leaf.watch(), leaf.startMillis()));
    return true;
  }

  private static void rollUpChannel(Pane pane, Map<Leaf, List<Pane>> sums) {
    if (pane.watch().dimension() == Dimension.CHANNEL) {
      add(Watch.ofBrand(pane.watch().brand()).in(pane.watch().drill()), pane, sums);
    }
  }

  private static boolean rollUpPlaces(
      Places place, PaneAccumulator sum, long endMillis, Map<Leaf, List<Pane>> sums) {
    if (place.startMillis() >= endMillis) {
      return false;
    }
    String brand = place.brand();
    Drill drill = place.drill();
    Pane pane = sum.toPane(Watch.ofBrand(brand), place.startMillis());
    place
        .locations()
        .forEach(location -> add(Watch.ofLocation(brand, location).in(drill), pane, sums));
    place.regions().forEach(region -> add(Watch.ofRegion(brand, region).in(drill), pane, sums));
    return true;
  }

  private static void add(Watch watch, Pane pane, Map<Leaf, List<Pane>> sums) {
    sums.computeIfAbsent(new Leaf(watch, pane.startMillis()), unused -> new ArrayList<>())
        .add(pane);
  }

  /** Most parents have one part in a slice, which is then their sum as it is. */
  private static Pane sum(Leaf leaf, List<Pane> parts) {
    if (parts.size() == 1) {
      return parts.get(0).of(leaf.watch(), leaf.startMillis());
    }
    PaneAccumulator sum = new PaneAccumulator();
    parts.forEach(sum::add);
    return sum.toPane(leaf.watch(), leaf.startMillis());
  }
}
