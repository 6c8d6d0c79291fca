package io.tocsin.deploy.stack;

import io.tocsin.deploy.desk.DeskPlace;
import io.tocsin.jobs.config.JobOption;
import io.tocsin.response.CrisisPlan;
import io.tocsin.scoring.ScorerFactory;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one process runs.
 *
 * @param folder where everything it writes goes
 * @param kafka brokers to use, host:port; null to start one here
 * @param plan the crisis plan
 * @param desk where the desk listens
 * @param webPort port of Flink's web UI on loopback; 0 for any that is free
 * @param metricsPort port of the engine's own metrics; 0 for any that is free
 * @param plugins folder of Flink's plugins; null for no metrics of the engine
 * @param secondOpinion opens the slow scorer of the desk; null for none
 * @param options settings of the jobs that differ from their defaults
 */
public record StackSettings(
    Path folder,
    @Nullable String kafka,
    CrisisPlan plan,
    DeskPlace desk,
    int webPort,
    int metricsPort,
    @Nullable Path plugins,
    @Nullable ScorerFactory secondOpinion,
    Map<JobOption, String> options) {
  /** Disk that topics, state and logs may take in a day of demo, bytes. */
  public static final long FREE_BYTES = 2L << 30;
}
