package io.tocsin.response.delivery;

import io.tocsin.response.Page;
import io.tocsin.response.PageAddress;
import io.tocsin.response.secret.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * POSTs a page in a receiver's form. HTTP redirects are not followed: a page goes where the plan
 * says.
 */
final class HttpTransport implements PageTransport {
  private final HttpClient client;
  private final long timeoutMillis;
  private final InstantSource clock;
  private final Secrets secrets;
  private final DeskLinks links;
  private final PageForm form;

  /**
   * Sends by this client.
   *
   * @param timeoutMillis how long an attempt may take from connecting to the answer's end
   * @param clock what a {@code Retry-After} date is counted from
   */
  HttpTransport(
      HttpClient client,
      long timeoutMillis,
      InstantSource clock,
      Secrets secrets,
      DeskLinks links,
      PageForm form) {
    this.client = client;
    this.timeoutMillis = timeoutMillis;
    this.clock = clock;
    this.secrets = secrets;
    this.links = links;
    this.form = form;
  }

  @Override
  public CompletableFuture<DeliveryAnswer> send(Page page, PageAddress address) {
    String name = address.secret();
    String secret = name == null ? null : secrets.find(name);
    if (name != null && secret == null) {
      return CompletableFuture.completedFuture(fatal(secrets.whyMissing(name)));
    }
    String url = address.url() == null ? address.transport().defaultUrl() : address.url();
    OutboundRequest request = form.request(page, links.of(page), url == null ? "" : url, secret);
    try {
      return post(httpRequest(request));
    } catch (IllegalArgumentException e) {
      // The message may hold the URL, and a URL may be a secret.
      return CompletableFuture.completedFuture(fatal("not a URL to POST to"));
    }
  }

  @Override
  public long spacingMillis() {
    return form.spacingMillis();
  }

  private HttpRequest httpRequest(OutboundRequest request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(Duration.ofMillis(timeoutMillis))
            .header("Content-Type", "application/json");
    request.headers().forEach(builder::header);
    return builder.POST(HttpRequest.BodyPublishers.ofString(request.body())).build();
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
        form.classify(response.statusCode()), detail(response), retryAfterMillis);
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
}
