package io.tocsin.response.live;

import java.time.Instant;

/**
 * A crisis plan that somebody published. The latest one that the job accepted is in force.
 *
 * @param version names the plan
 * @param text the plan's file, YAML
 * @param publishedAt when
 * @param by who, or what
 */
public record PlanNotice(String version, String text, Instant publishedAt, String by) {}
