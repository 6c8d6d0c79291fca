package io.tocsin.response.delivery;

/** Runs something later. */
@FunctionalInterface
interface RetryTimer {
  /** Runs the task once after so many milliseconds. */
  void after(long millis, Runnable task);
}
