package io.tocsin.response.delivery;

import io.tocsin.response.PageTarget;
import java.io.Serializable;

/**
 * How hard a page is tried.
 *
 * @param attempts how often at most at the last address of a target, from 1
 * @param backoffMillis wait before the second attempt; it doubles with each further one
 * @param maxBackoffMillis longest wait of our own between attempts
 * @param maxRetryAfterMillis longest wait that a receiver may ask for
 * @param timeoutMillis how long one attempt may take in whole
 * @param pagesPerTarget unfinished pages that one target may hold; a page beyond it gets a single
 *     attempt
 */
public record DeliveryPolicy(
    int attempts,
    long backoffMillis,
    long maxBackoffMillis,
    long maxRetryAfterMillis,
    long timeoutMillis,
    int pagesPerTarget)
    implements Serializable {
  /**
   * The longest that one page's own attempts and waits can take, at an address and as many
   * fallbacks as there may be, in milliseconds.
   */
  public long patienceMillis() {
    long beforeLast = patienceMillis(attemptsBeforeFallback(attempts));
    return PageTarget.MOST_FALLBACKS * beforeLast + patienceMillis(attempts);
  }

  /**
   * How often an address is tried where another waits: a page is urgent.
   *
   * @param attempts how often it would be tried if it were the last
   */
  static int attemptsBeforeFallback(int attempts) {
    return (attempts + 1) / 2;
  }

  private long patienceMillis(int attemptsHere) {
    long longestWait = Math.max(maxBackoffMillis, maxRetryAfterMillis);
    return attemptsHere * timeoutMillis + (attemptsHere - 1) * longestWait;
  }
}
