package io.tocsin.deploy.score;

import io.tocsin.deploy.host.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads, scores and writes at the same time: one thread reads chunks, several score them, and the
 * caller's writes the results in the order of the input. Few chunks are in memory at once, so that
 * a slow writer holds the reader back.
 *
 * <p>The caller writes, not reads, because only a writer learns that nobody wants the rest: it can
 * then leave while the reader still waits for input that may never come.
 */
final class ScoringRun {
  private static final int CHUNKS_AHEAD_PER_THREAD = 4;
  private static final long PATIENCE_SECONDS = 10;

  private final LineChunks chunks;
  private final BlockingQueue<ChunkScorer> idle;
  private final BlockingQueue<Future<@Nullable ScoredChunk>> inOrder;
  private final ExecutorService workers;

  /**
   * Starts nothing yet.
   *
   * @param chunks what is read
   * @param scorers one for each thread; the caller closes them
   */
  ScoringRun(LineChunks chunks, List<ChunkScorer> scorers) {
    this.chunks = chunks;
    this.idle = new ArrayBlockingQueue<>(scorers.size(), false, scorers);
    this.inOrder = new ArrayBlockingQueue<>(CHUNKS_AHEAD_PER_THREAD * scorers.size());
    this.workers = Executors.newFixedThreadPool(scorers.size(), ScoringRun::daemon);
  }

  /**
   * Scores everything.
   *
   * @param out gets the results
   * @param done hears of each chunk once it is written
   * @throws IOException if the results cannot be written
   * @throws UserException if the input cannot be read
   */
  void run(OutputStream out, Consumer<ScoredChunk> done) throws IOException, InterruptedException {
    Thread reader = daemon(this::read);
    reader.start();
    try {
      for (ScoredChunk chunk = next(); chunk != null; chunk = next()) {
        out.write(chunk.json());
        done.accept(chunk);
      }
    } finally {
      reader.interrupt();
      workers.shutdownNow();
      workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void read() {
    try {
      for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        Chunk read = chunk;
        inOrder.put(workers.submit(() -> score(read)));
      }
      inOrder.put(CompletableFuture.completedFuture(null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      fail(new UserException("cannot read standard input: " + e.getMessage(), e));
    }
  }

  private void fail(RuntimeException failure) {
    try {
      inOrder.put(CompletableFuture.failedFuture(failure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ScoredChunk score(Chunk chunk) throws InterruptedException {
    ChunkScorer scorer = idle.take();
    try {
      return scorer.score(chunk);
    } finally {
      idle.put(scorer);
    }
  }

  private @Nullable ScoredChunk next() throws InterruptedException {
    try {
      return inOrder.take().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "score");
    thread.setDaemon(true);
    return thread;
  }
}
