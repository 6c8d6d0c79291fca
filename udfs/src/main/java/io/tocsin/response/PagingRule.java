package io.tocsin.response;

import io.tocsin.incident.Severity;
import java.io.Serializable;

/**
 * A rule of the plan: from this severity on, the target is paged.
 *
 * @param target who
 * @param from mildest severity at which the target is paged
 */
public record PagingRule(PageTarget target, Severity from) implements Serializable {}
