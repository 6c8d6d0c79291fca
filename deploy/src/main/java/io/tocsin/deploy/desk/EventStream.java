package io.tocsin.deploy.desk;

import io.javalin.http.sse.SseClient;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every open page once a second what is new to it. A page on a slow line is told less often
 * and holds nobody up.
 */
final class EventStream implements AutoCloseable {
  /** More open pages than several operations centres have screens. */
  static final int MOST_PAGES = 400;

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  private final TopicReader reader;
  private final Clock clock;
  private final Map<DeskView, Audience> audiences = new ConcurrentHashMap<>();
  private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(daemon("desk-timer"));
  private final ExecutorService senders = Executors.newCachedThreadPool(daemon("desk-sender"));

  EventStream(TopicReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
    var unused = timer.scheduleAtFixedRate(this::tellAll, 1, 1, TimeUnit.SECONDS);
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
    return clients.size() >= MOST_PAGES;
  }

  /** What a page of this view shows now. */
  DeskState state(DeskView view) {
    return DeskState.of(view, reader.snapshot(), reader.curves(), reader.feed(), clock.instant());
  }

  /** Tells this page everything, and then what is new until it leaves. */
  void join(SseClient client, DeskView view) {
    Viewer viewer = new Viewer(new EventLine(client), senders);
    client.keepAlive();
    clients.add(client);
    client.onClose(() -> leave(client, view, viewer));
    timer.execute(() -> admit(client, view, viewer));
  }

  private void leave(SseClient client, DeskView view, Viewer viewer) {
    clients.remove(client);
    Audience audience = audiences.get(view);
    if (audience != null) {
      audience.leave(viewer);
    }
  }

  /** The first of a view does not wait for the next turn. */
  private void admit(SseClient client, DeskView view, Viewer viewer) {
    boolean first = !audiences.containsKey(view);
    Audience audience = audiences.computeIfAbsent(view, name -> new Audience());
    audience.join(viewer);
    if (client.terminated()) {
      audience.leave(viewer);
    } else if (first) {
      tell(view, audience);
    }
  }

  private void tellAll() {
    audiences.values().removeIf(Audience::isEmpty);
    audiences.forEach(this::tell);
  }

  private void tell(DeskView view, Audience audience) {
    try {
      audience.tell(state(view), EventStream::letGo);
    } catch (RuntimeException e) {
      // The timer would end with it, and every page would go stale.
      LOG.error("a page could not be told", e);
    }
  }

  private static void letGo(Viewer viewer) {
    LOG.info("a page took nothing for {} turns and is let go", Viewer.MOST_TURNS_MISSED);
    viewer.close();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    clients.forEach(SseClient::close);
    senders.shutdownNow();
  }

  /** A page's line is a stream of server-sent events. */
  private record EventLine(SseClient client) implements Viewer.Line {
    @Override
    public void send(String message) {
      client.sendEvent("state", message);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
