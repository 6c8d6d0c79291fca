package io.tocsin.response.ack;

import io.tocsin.incident.Severity;
import java.time.Instant;

/**
 * What a link on a page allows: one person to take one incident, at the severity that the page was
 * about or a milder one, until it expires.
 *
 * @param incidentId which incident
 * @param severity how bad it was when the person was paged; a worse incident wants a new page
 * @param person whom the page went to, as the plan calls the target
 * @param expiresAt from when on it allows nothing, in whole seconds
 */
public record AckToken(String incidentId, Severity severity, String person, Instant expiresAt) {}
