package io.tocsin.window;

import io.tocsin.scoring.ScoredMention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sums one subtask's mentions into panes before anything is shuffled, so that the cost behind the
 * shuffle grows with the number of active watches and not with the firehose. Mentions go into
 * leaves (brand and channel); a brand's own pane is the sum of its leaves when they are flushed.
 */
public final class PartialPanes {
  private record Leaf(String brand, String channel, long startMillis) {}

  private final long paneMillis;
  private final Map<Leaf, PaneAccumulator> leaves = new HashMap<>();

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
    long start = Math.floorDiv(eventTimeMillis, paneMillis) * paneMillis;
    for (String brand : mention.brands()) {
      leaves
          .computeIfAbsent(
              new Leaf(brand, mention.mention().channel(), start), leaf -> new PaneAccumulator())
          .add(mention);
    }
  }

  /** Panes held that nobody has seen yet, parents not counted. */
  public int size() {
    return leaves.size();
  }

  /**
   * Hands over and forgets all panes that begin before this time: each leaf, then each brand, in a
   * fixed order.
   *
   * @param endMillis epoch milliseconds, exclusive
   */
  public void flushBefore(long endMillis, Consumer<Pane> out) {
    List<Pane> flushed = new ArrayList<>();
    leaves
        .entrySet()
        .removeIf(
            entry -> {
              Leaf leaf = entry.getKey();
              if (leaf.startMillis() >= endMillis) {
                return false;
              }
              flushed.add(
                  entry
                      .getValue()
                      .toPane(Watch.ofChannel(leaf.brand(), leaf.channel()), leaf.startMillis()));
              return true;
            });
    flushed.sort(
        Comparator.comparingLong(Pane::startMillis).thenComparing(pane -> pane.watch().key()));
    flushed.forEach(out);
    rollUp(flushed, out);
  }

  private static void rollUp(List<Pane> leaves, Consumer<Pane> out) {
    Watch brand = null;
    long start = 0;
    PaneAccumulator sum = new PaneAccumulator();
    for (Pane leaf : leaves) {
      Watch parent = Watch.ofBrand(leaf.watch().brand());
      if (brand != null && (!brand.equals(parent) || start != leaf.startMillis())) {
        out.accept(sum.toPane(brand, start));
        sum = new PaneAccumulator();
      }
      brand = parent;
      start = leaf.startMillis();
      sum.add(leaf);
    }
    if (brand != null) {
      out.accept(sum.toPane(brand, start));
    }
  }
}
