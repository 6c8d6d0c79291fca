package io.tocsin.incident;

import io.tocsin.spike.Spike;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one brand: its incident, if one is on, the spikes that burn, and what people
 * want. Fields are public and change in place because the class is operator state.
 */
public final class BrandBook {
  /** As many as people do; the oldest go first. */
  private static final int MOST_TAKEN = 200;

  /** The incident that is on; null in calm times. */
  public @Nullable Incident incident;

  /** The incident that is over and may be reopened; null where there is none. */
  public @Nullable Incident resolved;

  /** The spikes that burn, as last told. */
  public List<Spike> burning = new ArrayList<>();

  /** Ids of spikes that burn on though a person resolved their incident. */
  public List<String> dismissed = new ArrayList<>();

  /** The worst that the incident has been; null in calm times. */
  public @Nullable Severity worst;

  /** Who and what is silenced. */
  public List<Silence> silences = new ArrayList<>();

  /** What people did of late, or wanted, so that it changes nothing when it comes again. */
  public List<Ack> taken = new ArrayList<>();

  /**
   * When the incident resolves if it stays calm, epoch milliseconds; {@link Long#MAX_VALUE} while
   * it burns.
   */
  public long resolvesAtMillis = Long.MAX_VALUE;

  /** Since when it has burned as a crisis; {@link Long#MAX_VALUE} while it does not. */
  public long crisisSinceMillis = Long.MAX_VALUE;

  /** Since when what burns is milder than the incident; {@link Long#MAX_VALUE} while it is not. */
  public long milderSinceMillis = Long.MAX_VALUE;

  /** When it was acknowledged; {@link Long#MAX_VALUE} while it is not. */
  public long acknowledgedAtMillis = Long.MAX_VALUE;

  /** When the incident that is over is forgotten, epoch milliseconds. */
  public long forgottenAtMillis = Long.MAX_VALUE;

  /** The spikes that burn and that no person has dismissed. */
  List<Spike> alight() {
    return burning.stream().filter(spike -> !dismissed.contains(spike.id())).toList();
  }

  /** When it will have something to forget, epoch milliseconds; never is the greatest. */
  long forgetsAtMillis() {
    long forgets = incident == null ? forgottenAtMillis : Long.MAX_VALUE;
    for (Ack ack : taken) {
      if (ack.until() != null && ack.action().silences()) {
        forgets = Math.min(forgets, ack.until().toEpochMilli());
      }
    }
    return forgets;
  }

  /** Writes down what a person did, or wanted. */
  void take(Ack ack) {
    taken.add(ack);
    if (taken.size() > MOST_TAKEN) {
      taken.remove(0);
    }
  }

  /** The incident is over; it may be reopened until then. */
  void close(Incident over, long untilMillis) {
    incident = null;
    resolved = over;
    resolvesAtMillis = Long.MAX_VALUE;
    crisisSinceMillis = Long.MAX_VALUE;
    milderSinceMillis = Long.MAX_VALUE;
    acknowledgedAtMillis = Long.MAX_VALUE;
    forgottenAtMillis = untilMillis;
  }

  /** Ends silences and what can no longer be reopened. */
  void forget(Instant now) {
    silences.removeIf(silence -> !silence.until().isAfter(now));
    taken.removeIf(
        ack -> ack.until() != null && ack.action().silences() && !ack.until().isAfter(now));
    if (incident == null && now.toEpochMilli() >= forgottenAtMillis) {
      resolved = null;
      forgottenAtMillis = Long.MAX_VALUE;
      taken.removeIf(ack -> !ack.action().silences());
      worst = dismissed.isEmpty() ? null : worst;
    }
  }

  /** Whether nothing is left to know. */
  boolean isEmpty() {
    return incident == null
        && resolved == null
        && burning.isEmpty()
        && silences.isEmpty()
        && taken.isEmpty();
  }
}
