package io.tocsin.incident;

import java.io.Serializable;
import java.util.List;

/**
 * How an incident lives beside its severity.
 *
 * @param reopenMillis within what time after its end an incident is reopened, rather than another
 *     opened; 0 for never
 * @param acknowledgedForMillis how long an acknowledgement holds while it burns; 0 for until the
 *     incident grows
 * @param criticalAfterMillis how long a crisis burns until that alone makes it critical; 0 for
 *     never
 * @param recordOnly when nobody is paged
 */
public record LifePolicy(
    long reopenMillis,
    long acknowledgedForMillis,
    long criticalAfterMillis,
    List<RecordOnly> recordOnly)
    implements Serializable {
  /** What holds where the plan says nothing. */
  public static final LifePolicy STANDARD = new LifePolicy(600_000, 0, 0, List.of());
}
