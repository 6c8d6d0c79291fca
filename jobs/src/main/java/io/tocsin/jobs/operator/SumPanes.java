package io.tocsin.jobs.operator;

import io.tocsin.scoring.ScoredMention;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;

/** Sums scored mentions into partial panes. */
public final class SumPanes implements PartialSums<ScoredMention, Pane> {
  private final PartialPanes panes;

  /**
   * Panes of this width.
   *
   * @param paneMillis width in milliseconds, at least 1
   */
  public SumPanes(long paneMillis) {
    panes = new PartialPanes(paneMillis);
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
