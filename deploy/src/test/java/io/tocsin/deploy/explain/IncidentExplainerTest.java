package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.IncidentInsight;
import io.tocsin.window.ExamplePost;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncidentExplainerTest {
  private static final long PATIENCE_SECONDS = 30;
  private static final List<ExamplePost> POSTS =
      List.of(new ExamplePost("1", "x", "ana", "no signal in Porto", null, 0.5, 0.9, List.of()));

  private final AtomicInteger opened = new AtomicInteger();
  private final CountDownLatch isReading = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final IncidentExplainer explainer = new IncidentExplainer(this::open);

  private Explainer open() {
    opened.incrementAndGet();
    return new Explainer(
        text -> {
          await();
          return List.of(Words.sentence("Porto/NNP/PLACE is/VBZ"));
        },
        () -> 0);
  }

  private void await() {
    isReading.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  @AfterEach
  void close() {
    explainer.close();
  }

  private static IncidentExplainer broken() {
    return new IncidentExplainer(
        () -> {
          throw new IllegalStateException("no such model");
        });
  }

  private static CompletableFuture<Optional<IncidentInsight>> ask(IncidentExplainer explainer) {
    CompletableFuture<Optional<IncidentInsight>> answer = new CompletableFuture<>();
    boolean taken =
        explainer.read("acme", POSTS, insight -> answer.complete(Optional.ofNullable(insight)));
    if (!taken) {
      answer.cancel(false);
    }
    return answer;
  }

  @Test
  void loadsItsModelsForTheFirstIncidentOnly() throws Exception {
    assertThat(opened).hasValue(0);
    go.countDown();
    CompletableFuture<Optional<IncidentInsight>> first = ask(explainer);
    CompletableFuture<Optional<IncidentInsight>> second = ask(explainer);
    assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isPresent();
    assertThat(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isPresent();
    assertThat(opened).hasValue(1);
  }

  @Test
  void takesNoMoreThanMayWaitAndComesBackAtOnce() throws Exception {
    assertThat(ask(explainer)).isNotCancelled();
    assertThat(isReading.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < IncidentExplainer.MOST_WAITING; i++) {
      assertThat(ask(explainer)).isNotCancelled();
    }
    assertThat(ask(explainer)).isCancelled();
    go.countDown();
  }

  @Test
  void answersWithNothingAndTakesNoMoreOnceItIsBroken() throws Exception {
    try (IncidentExplainer broken = broken()) {
      assertThat(ask(broken).get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEmpty();
      assertThat(ask(broken)).isCancelled();
    }
  }
}
