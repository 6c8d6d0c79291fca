package io.tocsin.deploy.desk;

import io.tocsin.deploy.desk.AckVerdict.Reason;
import io.tocsin.incident.Ack;
import io.tocsin.response.ack.AckTokens;
import io.tocsin.response.ack.AckWish;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes incidents for people who are not at the live page. Each wish is written once, however often
 * it comes: the one that comes first of two writes, and the other is told the same.
 */
final class AckTaking {
  private final TopicReader reader;
  private final AckWriter acks;
  private final Clock clock;
  private final UsedLinks used = new UsedLinks();

  AckTaking(TopicReader reader, AckWriter acks, Clock clock) {
    this.reader = reader;
    this.acks = acks;
    this.clock = clock;
  }

  /** What the link of a page would do now. */
  AckVerdict look(@Nullable AckTokens tokens, String token) {
    return reader.feed().isUp()
        ? AckLink.judge(happenings(), tokens, token, clock.instant())
        : notReady();
  }

  /** Does what the link of a page allows. */
  AckVerdict take(@Nullable AckTokens tokens, String token) {
    return written(token, look(tokens, token));
  }

  /**
   * Does what a person wished at a receiver.
   *
   * @param key the same for the same wish
   */
  AckVerdict take(String key, AckWish wish) {
    return reader.feed().isUp()
        ? written(key, AckLink.judge(happenings(), wish, clock.instant()))
        : notReady();
  }

  /** What is going on. */
  Happenings happenings() {
    return reader.snapshot().happenings();
  }

  private AckVerdict written(String key, AckVerdict verdict) {
    if (verdict.ack() == null) {
      return verdict;
    }
    Ack ack = Objects.requireNonNull(verdict.ack());
    if (!used.use(key, clock.instant())) {
      return AckVerdict.refused(Reason.ALREADY_YOURS, ack.by() + " has acknowledged already");
    }
    try {
      acks.write(ack);
      return verdict;
    } catch (AckNotWrittenException e) {
      used.giveBack(key);
      return AckVerdict.refused(Reason.NOT_WRITTEN, e.getMessage() + "; try again");
    }
  }

  private static AckVerdict notReady() {
    return AckVerdict.refused(
        Reason.NOT_READY, "the desk does not know what is going on yet; try again in a moment");
  }
}
