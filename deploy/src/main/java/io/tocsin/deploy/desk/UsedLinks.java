package io.tocsin.deploy.desk;

import java.time.Instant;

/**
 * Links that acknowledged a moment ago, until the incidents say so themselves: a second click must
 * not write a second acknowledgement. Safe for use by many threads.
 */
final class UsedLinks {
  private static final int MOST = 1_000;

  private record Used(String token, Instant at) {}

  private final LatestByTime<Used> used = new LatestByTime<>(MOST, Used::token, Used::at);

  /** Takes the link for used; false if it was. */
  synchronized boolean use(String token, Instant now) {
    if (used.get(token) != null) {
      return false;
    }
    used.put(new Used(token, now));
    return true;
  }

  /** It did not acknowledge after all. */
  synchronized void giveBack(String token) {
    used.remove(token);
  }
}
