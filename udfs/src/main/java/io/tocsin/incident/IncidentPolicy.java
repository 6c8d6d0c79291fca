package io.tocsin.incident;

import io.tocsin.window.BrandTree;
import java.io.Serializable;

/**
 * How the spikes of one brand become incidents.
 *
 * @param severity how bad they are, and how long it must stay calm
 * @param tree the brand's regions and locations
 */
public record IncidentPolicy(SeverityPolicy severity, BrandTree tree) implements Serializable {}
