package io.tocsin.deploy.desk;

import io.javalin.http.sse.SseClient;
import io.tocsin.deploy.desk.DeskState.Told;
import io.tocsin.jobs.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells every open page once a second what is new to it. A page on a slow line is told less often
 * and holds nobody up.
 */
final class EventStream implements AutoCloseable {
  /** More open pages than an operations centre has screens. */
  static final int MOST_PAGES = 100;

  private final TopicReader reader;
  private final Clock clock;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(daemon("desk-timer"));
  private final ExecutorService senders = Executors.newCachedThreadPool(daemon("desk-sender"));

  private final ScheduledFuture<?> ticking;

  EventStream(TopicReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
    ticking = timer.scheduleAtFixedRate(this::tellAll, 1, 1, TimeUnit.SECONDS);
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Whether no further page can be served. */
  boolean isFull() {
    return listeners.size() >= MOST_PAGES;
  }

  /** Tells this page everything, and then what is new until it leaves. */
  void join(SseClient client) {
    Listener listener = new Listener(client);
    client.keepAlive();
    client.onClose(() -> listeners.remove(listener));
    listeners.add(listener);
    tell(listener);
  }

  private void tellAll() {
    listeners.forEach(this::tell);
  }

  private void tell(Listener listener) {
    if (listener.busy.compareAndSet(false, true)) {
      senders.execute(listener::tell);
    }
  }

  @Override
  public void close() {
    ticking.cancel(false);
    timer.shutdownNow();
    listeners.forEach(listener -> listener.client.close());
    senders.shutdownNow();
  }

  private final class Listener {
    final SseClient client;
    final AtomicBoolean busy = new AtomicBoolean();
    // Only the one sender that holds 'busy' touches it.
    private Told told = Told.NOTHING;

    Listener(SseClient client) {
      this.client = client;
    }

    void tell() {
      try {
        BoardSnapshot board = reader.snapshot();
        DeskState news = DeskState.since(told, board, reader.feed(), clock.instant());
        client.sendEvent("state", new String(WireJson.toBytes(news), StandardCharsets.UTF_8));
        told = Told.of(board);
      } finally {
        busy.set(false);
      }
    }
  }
}
