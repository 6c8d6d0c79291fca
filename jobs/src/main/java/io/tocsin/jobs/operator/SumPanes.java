package io.tocsin.jobs.operator;

import io.tocsin.scoring.ScoredMention;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import java.util.Map;

/** Sums scored mentions into partial panes. */
public final class SumPanes implements PartialSums<ScoredMention, Pane> {
  private final PartialPanes panes;

  /**
   * Panes of this width.
   *
   * @param paneMillis width in milliseconds, at least 1
   * @param trees by brand
   */
  public SumPanes(long paneMillis, Map<String, BrandTree> trees) {
    panes = new PartialPanes(paneMillis, trees);
  }

  @Override
  public void add(ScoredMention mention, long eventTimeMillis) {
    panes.add(mention, eventTimeMillis);
  }

  @Override
  public int size() {
    return panes.size();
  }

  @Override
  public void flushBefore(long endMillis, Emitter<Pane> out) {
    panes.flushBefore(endMillis, pane -> out.emit(pane, pane.startMillis()));
  }
}
