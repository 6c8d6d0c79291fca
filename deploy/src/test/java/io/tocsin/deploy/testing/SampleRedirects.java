package io.tocsin.deploy.testing;

import io.tocsin.mention.Drill;
import io.tocsin.response.Redirect;
import io.tocsin.response.RedirectReason;
import io.tocsin.response.ValveState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Valves for tests that look at little of them. */
public final class SampleRedirects {
  private SampleRedirects() {}

  /** A valve from 'care' to 'care-backup', turned by the severity of the brand's incident. */
  public static Redirect of(String id, String brand, ValveState state, Instant at) {
    return of(id, brand, state, at, null);
  }

  /** The same in a drill. */
  public static Redirect of(
      String id, String brand, ValveState state, Instant at, @Nullable Drill drill) {
    return new Redirect(
        id,
        state,
        state == ValveState.OPEN ? RedirectReason.SEVERITY : RedirectReason.RESOLVED,
        brand + "-1",
        brand,
        "care",
        "care-backup",
        1,
        null,
        0,
        null,
        0,
        0,
        0,
        null,
        at,
        "plan-1",
        "CRITICAL reached",
        drill);
  }
}
