package io.tocsin.deploy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for a condition: looks often, gives up after a while, and then shows what it saw last. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_EVERY_MILLIS = 20;

  private Eventually() {}

  /** The first value that fits. An exception while looking counts as a value that does not. */
  public static <T> T see(Callable<T> look, Predicate<T> fits) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Object last;
    do {
      try {
        T value = look.call();
        if (fits.test(value)) {
          return value;
        }
        last = value;
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        last = e;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    } while (System.nanoTime() < end);
    throw new AssertionError("not seen within " + PATIENCE + ", last seen: " + last);
  }
}
