package io.tocsin.deploy.explain;

import io.tocsin.deploy.desk.ExamplesReader;
import io.tocsin.deploy.desk.IncidentInsight;
import io.tocsin.deploy.models.CoreNlpFolder;
import io.tocsin.window.ExamplePost;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explains incidents for the desk, in one thread of its own, the first come first. The models are
 * loaded for the first incident. No more wait than {@value #MOST_WAITING}; one that is not taken is
 * asked for again by the desk.
 */
public final class IncidentExplainer implements ExamplesReader {
  static final int MOST_WAITING = 16;

  private static final Logger LOG = LoggerFactory.getLogger(IncidentExplainer.class);

  private final Supplier<Explainer> opener;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MOST_WAITING),
          IncidentExplainer::daemon);

  // Only the one worker touches it.
  private @Nullable Explainer explainer;
  private volatile boolean broken;

  /**
   * An explainer of incidents.
   *
   * @param opener loads what it needs, for the first incident
   */
  IncidentExplainer(Supplier<Explainer> opener) {
    this.opener = opener;
  }

  /** By the installed models; where there are none, incidents stay unexplained. */
  public static ExamplesReader ifInstalled() {
    CoreNlpFolder folder = CoreNlpFolder.current();
    if (!folder.isUsable()) {
      LOG.info("incidents stay without names and phrases: {}", folder.missing());
      return NONE;
    }
    return new IncidentExplainer(() -> Explainer.open(folder));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "explainer");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public boolean read(
      String brand, List<ExamplePost> posts, Consumer<@Nullable IncidentInsight> whenRead) {
    if (broken) {
      return false;
    }
    try {
      worker.execute(() -> whenRead.accept(explain(brand, posts)));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private @Nullable IncidentInsight explain(String brand, List<ExamplePost> posts) {
    if (broken) {
      return null;
    }
    try {
      if (explainer == null) {
        explainer = opener.get();
      }
      return explainer.explain(brand, posts.stream().map(ExamplePost::text).toList());
    } catch (RuntimeException e) {
      broken = true;
      LOG.warn("incidents stay without names and phrases from here on", e);
      return null;
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
