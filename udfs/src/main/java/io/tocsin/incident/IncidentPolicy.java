package io.tocsin.incident;

import io.tocsin.window.BrandTree;
import java.io.Serializable;

/**
 * How the spikes of one brand become incidents.
 *
 * @param severity how bad they are, and how long it must stay calm
 * @param tree the brand's regions and locations
 * @param life when it reopens, when an acknowledgement lapses, when nobody is paged
 */
public record IncidentPolicy(SeverityPolicy severity, BrandTree tree, LifePolicy life)
    implements Serializable {}
