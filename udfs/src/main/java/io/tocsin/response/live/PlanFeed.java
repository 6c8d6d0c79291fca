package io.tocsin.response.live;

import io.tocsin.response.MatchingPlan;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * By which a stage hears of plans that no stream of plans can reach without cost. Used by one
 * thread.
 */
public interface PlanFeed extends AutoCloseable {
  /**
   * The newest plan that was accepted since the last call; null if none was. Never waits.
   *
   * @throws IllegalStateException if nothing more will be heard
   */
  @Nullable MatchingPlan news();

  @Override
  void close();

  /** Opens a feed where it is needed: the factory travels to the worker, the feed does not. */
  @FunctionalInterface
  interface Factory extends Serializable {
    /** Nothing is ever heard: a job keeps the plan that it began with. */
    Factory NONE = Silent::new;

    /** A new feed for one thread. */
    PlanFeed open();
  }

  /** Hears nothing. */
  final class Silent implements PlanFeed {
    private Silent() {}

    @Override
    public @Nullable MatchingPlan news() {
      return null;
    }

    @Override
    public void close() {}
  }
}
