package io.tocsin.jobs.topology;

import io.tocsin.spike.DetectorPolicy;

/**
 * What the crisis topology may be told.
 *
 * @param repeatSpanMillis how far apart two mentions of one id count as a repeat
 * @param paneMillis width of the partial panes; slides are a whole number of panes
 * @param kpiMillis how often, in event time, a KPI series that changed is written
 * @param detector when a watch is beyond what its past explains
 */
public record CrisisSettings(
    long repeatSpanMillis, long paneMillis, long kpiMillis, DetectorPolicy detector) {}
