package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageReceipt;
import io.tocsin.response.Transport;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * Delivers pages beside the stream; each ends in exactly one receipt, also when the operator's own
 * timeout ends it. Pages under delivery are part of the operator's checkpoints and are sent again
 * after a restore: at least once, always with the same dedup key.
 */
public final class DeliverPageFunction extends RichAsyncFunction<Page, PageReceipt> {
  /** Mail servers are spoken to by threads that wait, so that HTTP and timers need not. */
  private static final int MAILS_AT_ONCE = 4;

  private final DeliveryPolicy policy;
  private final PagerHost host;
  private transient ScheduledExecutorService threads;
  private transient ExecutorService mailThreads;
  private transient Pager pager;
  private transient Map<ResultFuture<PageReceipt>, Delivery> unfinished;

  /**
   * Delivers by this policy.
   *
   * @param host what is around
   */
  @SuppressWarnings("NullAway.Init")
  public DeliverPageFunction(DeliveryPolicy policy, PagerHost host) {
    this.policy = policy;
    this.host = host;
  }

  @Override
  public void open(OpenContext context) {
    unfinished = new ConcurrentHashMap<>();
    threads = Executors.newScheduledThreadPool(2, DeliverPageFunction::daemon);
    mailThreads = Executors.newFixedThreadPool(MAILS_AT_ONCE, DeliverPageFunction::daemon);
    pager =
        new Pager(
            policy,
            transports(),
            new RetryBackoff(policy, new Random()),
            this::later,
            Clock.systemUTC());
  }

  @Override
  public void asyncInvoke(Page page, ResultFuture<PageReceipt> result) {
    Delivery delivery = pager.deliver(page);
    unfinished.put(result, delivery);
    delivery.whenEnded(receipt -> finish(result, receipt));
  }

  @Override
  public void timeout(Page page, ResultFuture<PageReceipt> result) {
    Delivery delivery = unfinished.get(result);
    if (delivery != null) {
      delivery.giveUp("no end in sight: given up by the operator's timeout");
    }
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
      mailThreads.shutdownNow();
    }
  }

  private void finish(ResultFuture<PageReceipt> result, PageReceipt receipt) {
    unfinished.remove(result);
    result.complete(List.of(receipt));
  }

  private void later(long millis, Runnable task) {
    ScheduledFuture<?> unused = threads.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  private Map<Transport, PageTransport> transports() {
    Clock clock = Clock.systemUTC();
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofMillis(policy.timeoutMillis()))
            .executor(threads)
            .build();
    return PageTransports.of(
        System.out, client, policy.timeoutMillis(), clock, System.getenv(), host, mailThreads);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "deliver-pages");
    thread.setDaemon(true);
    // The mail library finds its parts through this, and they are in the job's jar.
    thread.setContextClassLoader(DeliverPageFunction.class.getClassLoader());
    return thread;
  }
}
