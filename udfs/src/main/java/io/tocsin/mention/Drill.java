package io.tocsin.mention;

import java.time.Instant;

/**
 * The drill that a post was made up for: a simulated crisis through the real jobs. What comes of it
 * carries the same mark, teaches no baseline and counts in no KPI.
 *
 * @param id which drill: lower-case letters, digits and '-'
 * @param toRealPeople whether its pages go to whom the plan names, and not to its drill receivers
 * @param endsAt event time from which on nothing more is made up
 */
public record Drill(String id, boolean toRealPeople, Instant endsAt) {}
