package io.tocsin.deploy.demo;

import io.tocsin.jobs.config.JobOption;
import io.tocsin.scoring.ScorerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the demo may be told.
 *
 * @param port of the live page; 0 for any that is free
 * @param plugins folder of Flink's plugins; null for no metrics of the engine
 * @param secondOpinion opens the slow scorer of the desk; null for none
 * @param options settings of the jobs that differ from their defaults
 * @param pickUp how long the person on call takes to acknowledge
 */
record DemoSettings(
    int port,
    @Nullable Path plugins,
    @Nullable ScorerFactory secondOpinion,
    Map<JobOption, String> options,
    Duration pickUp) {
  /** How long a person usually takes. */
  static final Duration PICK_UP = Duration.ofSeconds(20);
}
