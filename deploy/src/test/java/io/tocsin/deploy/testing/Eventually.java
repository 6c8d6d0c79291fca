package io.tocsin.deploy.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for what must come true. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /**
   * Runs the assertions until they hold.
   *
   * @throws AssertionError what they said last, if they did not hold in time
   */
  public static void holds(Assertions assertions) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Throwable fault = attempt(assertions);
      if (fault == null) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE + ": " + fault.getMessage(), fault);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** The first value that fits. An exception while looking counts as a value that does not. */
  public static <T> T see(Callable<T> look, Predicate<T> fits) {
    List<T> seen = new ArrayList<>();
    holds(
        () -> {
          T value = look.call();
          if (!fits.test(value)) {
            throw new AssertionError("last seen: " + value);
          }
          seen.add(value);
        });
    return seen.get(0);
  }

  /** Waits until the condition holds. */
  public static void isTrue(String what, Callable<Boolean> condition) {
    holds(
        () -> {
          if (!condition.call()) {
            throw new AssertionError(what);
          }
        });
  }

  private static @Nullable Throwable attempt(Assertions assertions) {
    try {
      assertions.check();
      return null;
    } catch (Exception | AssertionError e) {
      return e;
    }
  }

  /** Assertions that may not hold yet. */
  @FunctionalInterface
  public interface Assertions {
    /** Throws while they do not hold. */
    void check() throws Exception;
  }
}
