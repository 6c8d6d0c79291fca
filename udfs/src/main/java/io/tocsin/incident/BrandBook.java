package io.tocsin.incident;

import io.tocsin.spike.Spike;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one brand: its incident, if one is on, and the spikes that burn. Fields are
 * public and change in place because the class is operator state.
 */
public final class BrandBook {
  /** The incident that is on; null in calm times. */
  public @Nullable Incident incident;

  /** The spikes that burn, as last told. */
  public List<Spike> burning = new ArrayList<>();

  /**
   * When the incident resolves if it stays calm, epoch milliseconds; {@link Long#MAX_VALUE} while
   * it burns.
   */
  public long resolvesAtMillis = Long.MAX_VALUE;
}
