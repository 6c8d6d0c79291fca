package io.tocsin.response.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tocsin.response.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * POSTs a page as a {@link WebhookDocument}.
 *
 * <p>The header {@code Idempotency-Key} (<a
 * href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">IETF
 * draft</a>) carries a UUID made from the page's dedup key, which may hold what a header may not.
 * Redirects are not followed: a page goes where the plan says.
 */
public final class WebhookTransport implements PageTransport {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client;
  private final long timeoutMillis;
  private final InstantSource clock;

  /**
   * Sends by this client.
   *
   * @param timeoutMillis how long an attempt may take from connecting to the answer's end
   * @param clock what a {@code Retry-After} date is counted from
   */
  public WebhookTransport(HttpClient client, long timeoutMillis, InstantSource clock) {
    this.client = client;
    this.timeoutMillis = timeoutMillis;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<DeliveryAnswer> send(Page page) {
    String url = page.target().url();
    if (url == null) {
      return CompletableFuture.completedFuture(fatal("the target has no URL"));
    }
    try {
      return post(request(URI.create(url), page));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedFuture(fatal("not a URL to POST to: " + e.getMessage()));
    }
  }

  private HttpRequest request(URI url, Page page) {
    return HttpRequest.newBuilder(url)
        .timeout(Duration.ofMillis(timeoutMillis))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", "\"" + idempotencyKey(page) + "\"")
        .POST(HttpRequest.BodyPublishers.ofByteArray(json(page)))
        .build();
  }

  /** The request's own timeout ends with the answer's headers; this one covers its body too. */
  private CompletableFuture<DeliveryAnswer> post(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> exchange =
        client.sendAsync(request, head -> new AnswerExcerpt());
    return exchange
        .copy()
        .orTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
        .whenComplete((response, fault) -> exchange.cancel(true))
        .handle(this::answer);
  }

  private DeliveryAnswer answer(
      @Nullable HttpResponse<String> response, @Nullable Throwable fault) {
    if (response == null) {
      return DeliveryAnswer.of(DeliveryVerdict.RETRY, "no answer: " + rootOf(fault));
    }
    long retryAfterMillis =
        response
            .headers()
            .firstValue("Retry-After")
            .map(value -> RetryAfter.millis(value, clock.instant()))
            .orElse(0L);
    return new DeliveryAnswer(
        DeliveryVerdict.classify(response.statusCode()), detail(response), retryAfterMillis);
  }

  private static String detail(HttpResponse<String> response) {
    String status = "HTTP " + response.statusCode();
    return response.body().isEmpty() ? status : status + " '" + response.body() + "'";
  }

  private static @Nullable Throwable rootOf(@Nullable Throwable fault) {
    return fault instanceof CompletionException && fault.getCause() != null
        ? fault.getCause()
        : fault;
  }

  private static DeliveryAnswer fatal(String detail) {
    return DeliveryAnswer.of(DeliveryVerdict.FATAL, detail);
  }

  private static UUID idempotencyKey(Page page) {
    return UUID.nameUUIDFromBytes(page.dedupKey().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] json(Page page) {
    try {
      return JSON.writeValueAsBytes(WebhookDocument.of(page));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + page, e);
    }
  }
}
