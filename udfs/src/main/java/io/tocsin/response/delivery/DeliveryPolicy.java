package io.tocsin.response.delivery;

import java.io.Serializable;

/**
 * How hard a page is tried.
 *
 * @param attempts how often at most, from 1
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
  /** The longest that one page's own attempts and waits can take, in milliseconds. */
  public long patienceMillis() {
    long longestWait = Math.max(maxBackoffMillis, maxRetryAfterMillis);
    return attempts * timeoutMillis + (attempts - 1) * longestWait;
  }
}
