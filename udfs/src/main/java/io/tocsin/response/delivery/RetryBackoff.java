package io.tocsin.response.delivery;

import java.util.random.RandomGenerator;

/**
 * How long to wait until the next attempt: exponential with equal jitter (<a
 * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Brooker
 * 2015</a>). Equal and not full jitter, because full jitter may use up all attempts within a
 * moment, and a page should outlast a receiver's restart.
 */
final class RetryBackoff {
  private final DeliveryPolicy policy;
  private final RandomGenerator random;

  /**
   * Waits by this policy.
   *
   * @param random thread-safe
   */
  RetryBackoff(DeliveryPolicy policy, RandomGenerator random) {
    this.policy = policy;
    this.random = random;
  }

  /**
   * The wait in milliseconds.
   *
   * @param attempts made so far, from 1
   * @param retryAfterMillis what the receiver asks for; 0 where it does not say
   */
  long waitMillis(int attempts, long retryAfterMillis) {
    long doubled = policy.backoffMillis() << (attempts - 1);
    long ceiling = Math.min(policy.maxBackoffMillis(), doubled);
    long own = ceiling - random.nextLong(ceiling / 2 + 1);
    return Math.max(own, Math.min(retryAfterMillis, policy.maxRetryAfterMillis()));
  }
}
