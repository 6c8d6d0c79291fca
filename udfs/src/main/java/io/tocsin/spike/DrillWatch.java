package io.tocsin.spike;

import io.tocsin.mention.Drill;
import io.tocsin.window.Pane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watch as one drill sees it: what the watch itself has learnt, and what the drill made up on top
 * of what is real. It is thrown away when the drill ends. Fields are public and change in place
 * because the class is operator state.
 */
public final class DrillWatch {
  /** The drill. */
  public Drill drill = new Drill("", false, Instant.EPOCH);

  /** When it must be over, epoch milliseconds, whatever else happens. */
  public long overMillis;

  /** Panes of the drill whose slide is not over. */
  public List<Pane> panes = new ArrayList<>();

  /**
   * A copy of the watch from when the drill's first slide was judged; null before that, and when
   * the drill gave way to a real crisis.
   */
  public @Nullable WatchState state;

  /** Whether the drill gave way to a real crisis. */
  public boolean gaveWay;

  /** The drill's spikes that are on, as last told. */
  public List<Spike> burning = new ArrayList<>();

  /** For Flink. */
  public DrillWatch() {}

  /** One in which nothing was judged yet. */
  DrillWatch(Drill drill, long overMillis) {
    this.drill = drill;
    this.overMillis = overMillis;
  }
}
