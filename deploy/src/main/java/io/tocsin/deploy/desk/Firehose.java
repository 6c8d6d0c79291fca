package io.tocsin.deploy.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything comes in, by the wall clock. Where nothing comes, event time does not move, and
 * no job can tell; the desk can, as it sees the firehose's own topic.
 *
 * @param lastAt when the newest record came, as seen by the desk; null where none ever came
 * @param standsStill whether that is longer ago than the usual pace explains
 */
record Firehose(@Nullable Instant lastAt, boolean standsStill) {
  /** Nobody has looked yet. */
  static final Firehose UNKNOWN = new Firehose(null, false);
}
