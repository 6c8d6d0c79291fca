package io.tocsin.deploy.desk;

import io.tocsin.deploy.teacher.SlowTier;
import io.tocsin.incident.Incident;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.window.ExamplePost;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Second opinions on the example posts of open incidents. They come when they come: nobody waits
 * for one. Each text is asked about once while it is remembered. Any thread may ask; the slow
 * tier's thread answers.
 */
final class SecondOpinions {
  /** More texts than the open incidents of many brands show. */
  static final int MOST_REMEMBERED = 2_000;

  /** Uncertain and influential posts first: there a second opinion changes most. */
  private static final Comparator<ExamplePost> MOST_WORTH_FIRST =
      Comparator.comparingDouble(SecondOpinions::worth).reversed().thenComparing(ExamplePost::id);

  private final @Nullable SlowTier tier;
  private final AtomicLong answers = new AtomicLong();
  private final Map<String, CompletableFuture<Sentiment>> byText =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, CompletableFuture<Sentiment>> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /** Nobody is asked. */
  static SecondOpinions none() {
    return new SecondOpinions(null);
  }

  /** Asks this tier, if there is one. */
  SecondOpinions(@Nullable SlowTier tier) {
    this.tier = tier;
  }

  /** Asks about the posts of an incident that were not asked about yet. */
  void ask(Incident incident) {
    if (tier != null) {
      incident.examples().stream().sorted(MOST_WORTH_FIRST).forEach(this::ask);
    }
  }

  private synchronized void ask(ExamplePost post) {
    if (tier == null || byText.containsKey(post.text())) {
      return;
    }
    tier.offer(post.text(), null)
        .ifPresent(answer -> byText.put(post.text(), answer.whenComplete(this::count)));
  }

  private void count(@Nullable Sentiment sentiment, @Nullable Throwable failure) {
    answers.incrementAndGet();
  }

  private static double worth(ExamplePost post) {
    double uncertain = 1 - Math.abs(2 * post.negative() - 1);
    return uncertain + post.influence();
  }

  /** What is known by now of the incident's posts, in their order. */
  List<SecondOpinion> on(Incident incident) {
    return incident.examples().stream().map(this::on).flatMap(Optional::stream).toList();
  }

  private Optional<SecondOpinion> on(ExamplePost post) {
    return Optional.ofNullable(known(post.text()))
        .map(sentiment -> new SecondOpinion(post.id(), sentiment));
  }

  private synchronized @Nullable Sentiment known(String text) {
    CompletableFuture<Sentiment> answer = byText.get(text);
    if (answer == null || !answer.isDone() || answer.isCompletedExceptionally()) {
      return null;
    }
    Sentiment sentiment = answer.join();
    return sentiment.label() == SentimentLabel.UNSCORED ? null : sentiment;
  }

  /** Texts offered to the slow tier, by what became of them; empty where there is no tier. */
  Map<String, Long> counts() {
    return tier == null
        ? Map.of()
        : Map.of(
            "scored", tier.scored(),
            "failed", tier.failed(),
            "refused", tier.refused(),
            "dropped", tier.dropped());
  }

  /** Grows with each answer. */
  long answers() {
    return answers.get();
  }
}
