package io.tocsin.incident;

import java.time.Instant;

/**
 * A person takes an incident.
 *
 * @param incidentId which
 * @param brand the incident's brand
 * @param by who
 * @param at when
 */
public record Ack(String incidentId, String brand, String by, Instant at) {}
