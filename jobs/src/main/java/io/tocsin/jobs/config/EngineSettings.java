package io.tocsin.jobs.config;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How the job is run.
 *
 * @param parallelism of the job; 0 leaves it to the cluster
 * @param checkpointIntervalMillis how often it is checkpointed
 * @param checkpointDir path or URI where checkpoints are kept; null: in the job manager's memory
 */
public record EngineSettings(
    int parallelism, long checkpointIntervalMillis, @Nullable String checkpointDir)
    implements Serializable {}
