package io.tocsin.incident;

import java.io.Serializable;

/**
 * How bad a brand's spikes are, and how long it must stay calm. A location that burns alone is a
 * notice: it is recorded and shown, and pages only who is paged from a notice on.
 *
 * @param criticalScore rarity in decades of negativity from which a crisis is critical
 * @param criticalReach people reached in a negative window from which a crisis is critical
 * @param standDownMillis how long every spike must have ended until the incident is resolved
 * @param warningLocations locations whose negativity burns at once from which it is a warning
 * @param criticalLocations the same from which it is critical
 */
public record SeverityPolicy(
    double criticalScore,
    long criticalReach,
    long standDownMillis,
    int warningLocations,
    int criticalLocations)
    implements Serializable {}
