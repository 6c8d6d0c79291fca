package io.tocsin.response.delivery;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The beginning of an answer's body, as one line. Often it says why a page was refused; the rest is
 * not read, so that a receiver that never ends its answer does no harm.
 */
final class AnswerExcerpt implements HttpResponse.BodySubscriber<String> {
  private static final int MAX_BYTES = 300;

  private final CompletableFuture<String> excerpt = new CompletableFuture<>();
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private Flow.Subscription subscription;

  @SuppressWarnings("NullAway.Init")
  AnswerExcerpt() {}

  @Override
  public CompletionStage<String> getBody() {
    return excerpt;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[Math.min(buffer.remaining(), MAX_BYTES - beginning.size())];
      buffer.get(bytes);
      beginning.writeBytes(bytes);
    }
    if (beginning.size() < MAX_BYTES) {
      subscription.request(1);
    } else {
      subscription.cancel();
      onComplete();
    }
  }

  @Override
  public void onError(Throwable fault) {
    excerpt.completeExceptionally(fault);
  }

  @Override
  public void onComplete() {
    excerpt.complete(OneLine.of(beginning.toString(StandardCharsets.UTF_8)));
  }
}
