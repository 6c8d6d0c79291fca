package io.tocsin.response.live;

import io.tocsin.response.CrisisPlan;
import io.tocsin.response.plan.CrisisPlanParser;
import org.jspecify.annotations.Nullable;

/** Reads the plan in force, once for each that is heard. */
public final class PlanFollower {
  private CrisisPlan plan;
  private @Nullable PlanNotice heard;

  /**
   * Follows what is published.
   *
   * @param first in force until another is heard
   */
  public PlanFollower(CrisisPlan first) {
    plan = first;
  }

  /** The plan in force. */
  public CrisisPlan plan() {
    return plan;
  }

  /**
   * A restored text that this release no longer understands leaves the plan that was in force.
   *
   * @param inForce what was published last; null for nothing
   * @return whether the plan is another than before
   */
  @SuppressWarnings("ReferenceEquality") // broadcast state hands out one object until another comes
  public boolean follow(@Nullable PlanNotice inForce) {
    if (inForce == null || inForce == heard) {
      return false;
    }
    heard = inForce;
    CrisisPlan read = CrisisPlanParser.read(inForce.text(), "plan").plan();
    if (read == null) {
      return false;
    }
    plan = read;
    return true;
  }
}
