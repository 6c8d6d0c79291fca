package io.tocsin.jobs.source;

import io.tocsin.jobs.config.KafkaSettings;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.live.PlanFeed;

/** Feeds of plans that were accepted, for stages that no stream of plans reaches. */
public final class PlanFeeds {
  private PlanFeeds() {}

  /**
   * The topic of plans on Kafka, read from its beginning by each subtask.
   *
   * @param first the plan in force until another is accepted
   */
  public static PlanFeed.Factory kafka(KafkaSettings settings, CrisisPlan first) {
    return () -> KafkaPlanFeed.start(settings, first);
  }
}
