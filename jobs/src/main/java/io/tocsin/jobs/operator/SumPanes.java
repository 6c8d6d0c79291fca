package io.tocsin.jobs.operator;

import io.tocsin.scoring.ScoredMention;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;

/** Sums scored mentions into partial panes. */
public final class SumPanes implements PartialSums<ScoredMention, Pane> {
  private final PartialPanes panes;
  private final boolean late;

  private SumPanes(long paneMillis, boolean late) {
    this.panes = new PartialPanes(paneMillis);
    this.late = late;
  }

  /**
   * Sums of mentions whose panes are open.
   *
   * @param paneMillis width in milliseconds, at least 1
   */
  public static SumPanes ofOnTime(long paneMillis) {
    return new SumPanes(paneMillis, false);
  }

  /**
   * Counts of mentions that came too late for their panes; they change no other sum.
   *
   * @param paneMillis width in milliseconds, at least 1
   */
  public static SumPanes ofLate(long paneMillis) {
    return new SumPanes(paneMillis, true);
  }

  @Override
  public void add(ScoredMention mention, long eventTimeMillis) {
    if (late) {
      panes.addLate(mention, eventTimeMillis);
    } else {
      panes.add(mention, eventTimeMillis);
    }
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
