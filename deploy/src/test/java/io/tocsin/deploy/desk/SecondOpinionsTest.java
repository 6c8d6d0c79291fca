package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static io.tocsin.deploy.desk.Samples.example;
import static io.tocsin.deploy.desk.Samples.incident;
import static io.tocsin.deploy.desk.Samples.withExamples;
import static io.tocsin.incident.IncidentState.OPEN;
import static io.tocsin.incident.Severity.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.teacher.SlowTier;
import io.tocsin.deploy.testing.Eventually;
import io.tocsin.incident.Incident;
import io.tocsin.jobs.wire.Topic;
import io.tocsin.scoring.Judgement;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.SentimentScorer;
import io.tocsin.window.ExamplePost;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SecondOpinionsTest {
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Semaphore allowed = new Semaphore(0);
  private final SlowTier tier = new SlowTier(Calm::new, 10);
  private final SecondOpinions opinions = new SecondOpinions(tier);
  private final Board board = new Board(opinions, ExamplesReader.NONE);

  /** Finds everything neutral, and does not speak French. */
  private final class Calm implements SentimentScorer {
    @Override
    public void judge(String text, @Nullable String lang, Judgement judgement) {
      asked.add(text);
      allowed.acquireUninterruptibly();
      if (text.startsWith("Bonjour")) {
        judgement.unscored("fr", model());
      } else {
        judgement.scored(0.1f, 0.8f, 0.1f, SentimentLabel.NEUTRAL, "en", model());
      }
    }

    @Override
    public String model() {
      return "calm-1";
    }
  }

  @AfterEach
  void close() {
    allowed.release(100);
    tier.close();
  }

  private static Incident burning(ExamplePost... posts) {
    return withExamples(incident("a", CRITICAL, OPEN, NOON), posts);
  }

  private static ExamplePost post(String text, double influence, double negative) {
    return new ExamplePost(text, "x", "ana", text, null, influence, negative, List.of());
  }

  private List<SecondOpinion> shown() {
    return board.snapshot().happenings().incidents().get(0).opinions();
  }

  @Test
  void showsAnOpinionWhenItIsThereAndNeverWaits() {
    board.apply(Topic.INCIDENTS, burning(example("ana", "no signal")), NOON);
    BoardSnapshot before = board.snapshot();
    assertThat(shown()).isEmpty();
    allowed.release();
    Eventually.isTrue("no news", () -> board.hasChangedSince(before));
    assertThat(shown())
        .singleElement()
        .satisfies(
            opinion -> {
              assertThat(opinion.postId()).isEqualTo("ana-1");
              assertThat(opinion.sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
              assertThat(opinion.sentiment().model()).isEqualTo("calm-1");
            });
    assertThat(board.snapshot().changes()).isGreaterThan(before.changes());
  }

  @Test
  void asksAboutEachTextOnce() {
    allowed.release(100);
    board.apply(Topic.INCIDENTS, burning(example("ana", "no signal")), NOON);
    Eventually.isTrue("no answer", () -> !shown().isEmpty());
    board.apply(Topic.INCIDENTS, burning(example("bo", "no signal")), NOON.plusSeconds(1));
    assertThat(shown()).extracting(SecondOpinion::postId).containsExactly("bo-1");
    assertThat(asked).containsExactly("no signal");
  }

  @Test
  void asksAboutUncertainAndInfluentialPostsFirst() {
    board.apply(
        Topic.INCIDENTS,
        burning(post("certain", 0.2, 0.99), post("uncertain", 0.2, 0.5), post("loud", 0.9, 0.9)),
        NOON);
    board.snapshot();
    allowed.release(100);
    Eventually.isTrue("not all answered", () -> shown().size() == 3);
    assertThat(asked).containsExactly("uncertain", "loud", "certain");
    assertThat(shown())
        .extracting(SecondOpinion::postId)
        .containsExactly("certain", "uncertain", "loud");
  }

  @Test
  void showsNothingWhereTheModelDoesNotSpeakTheLanguage() {
    allowed.release(100);
    board.apply(Topic.INCIDENTS, burning(example("ana", "Bonjour"), example("bo", "Hi")), NOON);
    Eventually.isTrue("no answer", () -> !shown().isEmpty());
    assertThat(shown()).extracting(SecondOpinion::postId).containsExactly("bo-1");
  }

  @Test
  void countsWhatBecameOfTheTexts() {
    allowed.release(100);
    board.apply(Topic.INCIDENTS, burning(example("ana", "no signal")), NOON);
    Eventually.isTrue("no answer", () -> !shown().isEmpty());
    assertThat(board.snapshot().secondOpinions())
        .containsEntry("scored", 1L)
        .containsEntry("refused", 0L);
    assertThat(SecondOpinions.none().counts()).isEmpty();
  }
}
