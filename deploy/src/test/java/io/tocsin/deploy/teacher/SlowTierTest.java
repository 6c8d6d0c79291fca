package io.tocsin.deploy.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.ScorerUnavailableException;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowTierTest {
  private static final int CAPACITY = 3;

  /** Answers as often as it is allowed to, and fails on 'boom'. */
  private static final class Deliberate implements SentimentScorer {
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger closings = new AtomicInteger();

    @Override
    public void judge(String text, @Nullable String lang, Judgement judgement) {
      begun.release();
      allowed.acquireUninterruptibly();
      if (text.equals("boom")) {
        throw new IllegalStateException("boom");
      }
      judgement.scored(1, 0, 0, SentimentLabel.NEGATIVE, lang, text);
    }

    @Override
    public String model() {
      return "deliberate";
    }

    @Override
    public void close() {
      closings.incrementAndGet();
    }
  }

  private final Deliberate scorer = new Deliberate();
  private final AtomicInteger openings = new AtomicInteger();
  private final SlowTier tier =
      new SlowTier(
          () -> {
            openings.incrementAndGet();
            return scorer;
          },
          CAPACITY);

  private CompletableFuture<Sentiment> taken(String text) {
    return tier.offer(text, "en").orElseThrow();
  }

  @Test
  void answersInTurn() {
    CompletableFuture<Sentiment> first = taken("first");
    CompletableFuture<Sentiment> second = taken("second");
    scorer.allowed.release(2);
    assertThat(first.join().model()).isEqualTo("first");
    assertThat(second.join().model()).isEqualTo("second");
    assertThat(second.join().language()).isEqualTo("en");
    tier.close();
    assertThat(tier.scored()).isEqualTo(2);
  }

  @Test
  void refusesWhatDoesNotFitTheQueueAndCountsIt() throws Exception {
    CompletableFuture<Sentiment> busy = taken("busy");
    assertThat(scorer.begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    List<CompletableFuture<Sentiment>> waiting = new ArrayList<>();
    for (int i = 0; i < CAPACITY; i++) {
      waiting.add(taken("waits"));
    }
    assertThat(tier.offer("too much", null)).isEmpty();
    assertThat(tier.offer("too much", null)).isEmpty();
    assertThat(tier.refused()).isEqualTo(2);
    scorer.allowed.release(1 + CAPACITY);
    busy.join();
    waiting.forEach(CompletableFuture::join);
    assertThat(tier.offer("fits again", null)).isPresent();
    scorer.allowed.release();
    tier.close();
  }

  @Test
  void opensTheScorerWithTheFirstTextOnly() {
    assertThat(openings).hasValue(0);
    scorer.allowed.release(2);
    taken("one").join();
    taken("two").join();
    assertThat(openings).hasValue(1);
    tier.close();
    assertThat(scorer.closings).hasValue(1);
  }

  @Test
  void neverOpensWhatNobodyNeeds() {
    tier.close();
    assertThat(openings).hasValue(0);
    assertThat(tier.offer("late", null)).isEmpty();
  }

  @Test
  void endsWithTheAnswerThatItIsAtAndCancelsTheRest() throws Exception {
    CompletableFuture<Sentiment> busy = taken("busy");
    assertThat(scorer.begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Sentiment> waits = taken("waits");
    Thread closing = new Thread(tier::close);
    closing.start();
    assertThatThrownBy(waits::join).isInstanceOf(CancellationException.class);
    scorer.allowed.release();
    closing.join();
    assertThat(busy.join().model()).isEqualTo("busy");
    assertThat(scorer.closings).hasValue(1);
    assertThat(tier.offer("late", null)).isEmpty();
    assertThat(tier.scored()).isEqualTo(1);
    assertThat(tier.dropped()).isEqualTo(1);
    assertThat(tier.refused()).isEqualTo(1);
  }

  @Test
  void goesOnAfterATextThatTheScorerFailsOn() {
    scorer.allowed.release(2);
    CompletableFuture<Sentiment> bad = taken("boom");
    assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class);
    assertThat(taken("good").join().model()).isEqualTo("good");
    assertThat(tier.failed()).isEqualTo(1);
    tier.close();
  }

  @Test
  void refusesEverythingWhereTheScorerCannotBeOpened() {
    SlowTier broken =
        new SlowTier(
            () -> {
              throw new ScorerUnavailableException("not here");
            },
            CAPACITY);
    Optional<CompletableFuture<Sentiment>> first = broken.offer("a", null);
    assertThatThrownBy(() -> first.orElseThrow().join()).isInstanceOf(CancellationException.class);
    assertThat(broken.offer("b", null)).isEmpty();
    assertThat(broken.dropped()).isEqualTo(1);
    assertThat(broken.refused()).isEqualTo(1);
    broken.close();
  }
}
