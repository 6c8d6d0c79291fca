package io.tocsin.deploy.replay;

import io.tocsin.response.CrisisPlan;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What came of replaying one plan.
 *
 * @param name of the plan among those that are compared
 * @param plan the plan
 * @param folder what was written
 * @param summary what it would have done
 * @param score against known onsets; null where none are known
 */
record PlanResult(
    String name, CrisisPlan plan, Path folder, ReplaySummary summary, @Nullable OnsetScore score) {}
