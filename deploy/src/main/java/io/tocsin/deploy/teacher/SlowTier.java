package io.tocsin.deploy.teacher;

import io.tocsin.scoring.ScorerFactory;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores texts beside the critical path: one thread, a bounded queue, and whoever offers a text
 * never waits. The scorer is opened with the first text, so that a tier that nobody needs costs
 * nothing; where it cannot be opened, the log says so once and every text is refused.
 *
 * <p>Once it is closed, scored, failed, refused and dropped add up to the texts that were offered.
 */
public final class SlowTier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlowTier.class);
  private static final long LONGEST_CLOSE_MILLIS = 10_000;

  private record Wanted(
      String text, @Nullable String language, CompletableFuture<Sentiment> answer) {}

  private final ScorerFactory scorers;
  private final BlockingQueue<Wanted> queue;
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong scored = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Object gate = new Object();
  private @Nullable Thread thread;
  private boolean closed;

  /**
   * Nothing is opened yet.
   *
   * @param scorers opens the scorer, once, in the tier's own thread
   * @param capacity how many texts may wait
   */
  public SlowTier(ScorerFactory scorers, int capacity) {
    this.scorers = scorers;
    queue = new ArrayBlockingQueue<>(capacity);
  }

  /**
   * Asks for a text to be scored.
   *
   * @param language BCP 47 tag as the network states it, or null
   * @return what will hold the answer; empty where the queue is full or the tier has ended, which
   *     is counted. The answer is cancelled where the tier ends before, and fails where the scorer
   *     does
   */
  public Optional<CompletableFuture<Sentiment>> offer(String text, @Nullable String language) {
    Wanted wanted = new Wanted(text, language, new CompletableFuture<>());
    synchronized (gate) {
      if (closed || !queue.offer(wanted)) {
        refused.incrementAndGet();
        return Optional.empty();
      }
      if (thread == null) {
        thread = new Thread(this::work, "slow-tier");
        thread.setDaemon(true);
        thread.start();
      }
    }
    return Optional.of(wanted.answer);
  }

  /** How many texts were refused. */
  public long refused() {
    return refused.get();
  }

  /** How many texts were scored. */
  public long scored() {
    return scored.get();
  }

  /** How many texts the scorer failed on. */
  public long failed() {
    return failed.get();
  }

  /** How many texts waited in vain when the tier ended. */
  public long dropped() {
    return dropped.get();
  }

  private void work() {
    try (SentimentScorer scorer = scorers.create()) {
      while (true) {
        answer(scorer, queue.take());
      }
    } catch (InterruptedException e) {
      LOG.debug("the slow tier was closed");
    } catch (RuntimeException e) {
      LOG.warn("the slow tier ends: {}", e.getMessage(), e);
      end();
    }
  }

  private void answer(SentimentScorer scorer, Wanted wanted) {
    try {
      Sentiment sentiment = scorer.score(wanted.text, wanted.language);
      scored.incrementAndGet();
      wanted.answer.complete(sentiment);
    } catch (RuntimeException e) {
      failed.incrementAndGet();
      wanted.answer.completeExceptionally(e);
    }
  }

  /** From here on nothing is taken; what waits is cancelled. */
  private @Nullable Thread end() {
    synchronized (gate) {
      closed = true;
      List<Wanted> waiting = new ArrayList<>();
      dropped.addAndGet(queue.drainTo(waiting));
      waiting.forEach(wanted -> wanted.answer.cancel(false));
      return thread;
    }
  }

  /** Ends; what waits is cancelled, and the scorer is closed once it has answered. */
  @Override
  public void close() {
    Thread running = end();
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(LONGEST_CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
