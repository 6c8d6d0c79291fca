package io.tocsin.deploy.host;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C and {@code kill} as a request that the program answers in its own order.
 *
 * <p>A shutdown hook would not do: hooks run all at once, so Flink's would delete files under a
 * broker that still serves, and the exit status would be 130. The JVM's signal handling leaves
 * everything running until the program has closed what it opened, and then the status is the
 * program's. A second Ctrl-C ends the process at once. {@code sun.misc.Signal} is reached by
 * reflection because the compiler warns of it and warnings are errors here.
 */
public final class StopSignal {
  private static final List<String> SIGNALS = List.of("INT", "TERM");

  /** What a shell reports for a program that ended on Ctrl-C: 128 + 2. */
  private static final int STATUS_ON_INTERRUPT = 130;

  private final CompletableFuture<@Nullable Void> requested = new CompletableFuture<>();

  /** Takes over Ctrl-C and {@code kill} from now on. */
  public static StopSignal install() {
    StopSignal stop = new StopSignal();
    SIGNALS.forEach(stop::handle);
    return stop;
  }

  /** Asks the program to end, as Ctrl-C does. */
  public void request() {
    requested.complete(null);
  }

  /** Whether somebody asked. */
  public boolean isRequested() {
    return requested.isDone();
  }

  /**
   * Waits for a stop, for the end of the time, or for one of the endings.
   *
   * @param duration how long at most; null for no limit
   * @param endings what ends the program too; one that fails is thrown
   * @throws RuntimeException the failure of an ending
   */
  public void await(@Nullable Duration duration, CompletableFuture<?>... endings) {
    CompletableFuture<Object> first =
        CompletableFuture.anyOf(requested, CompletableFuture.anyOf(endings));
    if (duration != null) {
      first.completeOnTimeout(duration, duration.toMillis(), TimeUnit.MILLISECONDS);
    }
    try {
      first.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void handle(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              StopSignal.class.getClassLoader(), new Class<?>[] {handler}, answer());
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM does not let a program handle SIG" + name, e);
    }
  }

  private InvocationHandler answer() {
    return (proxy, method, arguments) -> {
      if (!requested.complete(null)) {
        Runtime.getRuntime().halt(STATUS_ON_INTERRUPT);
      }
      return null;
    };
  }
}
