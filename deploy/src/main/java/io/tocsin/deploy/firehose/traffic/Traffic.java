package io.tocsin.deploy.firehose.traffic;

/** One stream of posts. */
public interface Traffic {
  /** Tells it from every other stream of its world, and seeds its chance. */
  String name();

  /** Posts a second to expect at this moment, from 0. */
  double perSecond(long millis);

  /** Writes the post that arrives at this moment; moments must not go back. */
  Draft compose(long arrivalMillis);
}
