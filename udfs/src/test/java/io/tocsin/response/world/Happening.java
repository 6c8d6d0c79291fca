package io.tocsin.response.world;

import io.tocsin.incident.Ack;
import io.tocsin.response.CrisisPlan;
import io.tocsin.response.overflow.QueueNews;
import io.tocsin.spike.Spike;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What comes in at one moment.
 *
 * @param at when
 * @param plan a new one; null for none
 * @param spikes told by detection
 * @param acks what people did
 * @param news of queues
 */
record Happening(
    Instant at,
    @Nullable CrisisPlan plan,
    List<Spike> spikes,
    List<Ack> acks,
    List<QueueNews> news) {
  static Happening nothing(Instant at) {
    return new Happening(at, null, List.of(), List.of(), List.of());
  }

  boolean isNothing() {
    return plan == null && spikes.isEmpty() && acks.isEmpty() && news.isEmpty();
  }

  /** The same, with what a person did before. */
  Happening again(Ack ack) {
    return new Happening(
        at, plan, spikes, Stream.concat(acks.stream(), Stream.of(ack)).toList(), news);
  }
}
