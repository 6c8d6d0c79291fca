package io.tocsin.jobs.config;

import java.io.Serializable;

/**
 * Spans of event time.
 *
 * @param repeatSpanMillis how far apart two mentions of one id count as a repeat
 * @param paneMillis width of the partial sums made before the shuffle
 * @param slideMillis how often windows are judged; a whole number of panes
 * @param kpiMillis how often a KPI series that changed is written
 */
public record WindowSettings(
    long repeatSpanMillis, long paneMillis, long slideMillis, long kpiMillis)
    implements Serializable {}
