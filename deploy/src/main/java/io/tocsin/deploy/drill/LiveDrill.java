package io.tocsin.deploy.drill;

import io.tocsin.deploy.demo.Storyteller;
import io.tocsin.deploy.host.UserException;
import io.tocsin.deploy.stack.RecordFollower;
import io.tocsin.jobs.wire.Topic;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * A drill that goes on by the clock: posts are sent as they come, and what comes of them is told.
 */
final class LiveDrill implements AutoCloseable {
  private static final long STEP_MILLIS = 200;

  private final DrillRun run;
  private final DrillLog log;
  private final Storyteller storyteller;
  private final PrintWriter terminal;
  private final Clock clock;
  private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
  private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
  private @Nullable RecordFollower follower;

  LiveDrill(
      DrillRun run, DrillLog log, Storyteller storyteller, PrintWriter terminal, Clock clock) {
    this.run = run;
    this.log = log;
    this.storyteller = storyteller;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Begins to send, and to listen. */
  void start(String bootstrapServers) {
    follower =
        RecordFollower.start(
            bootstrapServers,
            this::hear,
            Topic.SPIKES,
            Topic.INCIDENTS,
            Topic.PAGES,
            Topic.PAGE_RECEIPTS,
            Topic.REDIRECTS,
            Topic.KPIS);
    var unused = sender.scheduleWithFixedDelay(this::send, 0, STEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Done when nothing more is to come; fails when nothing more can be sent. */
  CompletableFuture<@Nullable Void> over() {
    return over;
  }

  private void send() {
    try {
      run.sendUntil(clock.millis());
    } catch (KafkaException e) {
      over.completeExceptionally(
          new UserException("the drill's posts cannot be sent: " + e.getMessage(), e));
    }
  }

  private void hear(Object what) {
    log.record(what);
    String line = log.isOurs(what) ? storyteller.tell(what) : null;
    if (line != null) {
      terminal.println(Ansi.AUTO.string(line));
      terminal.flush();
    }
    if (log.isOver()) {
      over.complete(null);
    }
  }

  @Override
  public void close() {
    sender.shutdownNow();
    if (follower != null) {
      follower.close();
    }
    run.close();
  }
}
