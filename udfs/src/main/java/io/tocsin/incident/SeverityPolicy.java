package io.tocsin.incident;

import java.io.Serializable;

/**
 * How bad a brand's spikes are, and how long it must stay calm.
 *
 * @param criticalScore rarity in decades of negativity from which a crisis is critical
 * @param criticalReach people reached in a negative window from which a crisis is critical
 * @param standDownMillis how long every spike must have ended until the incident is resolved
 */
public record SeverityPolicy(double criticalScore, long criticalReach, long standDownMillis)
    implements Serializable {}
