package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static io.tocsin.deploy.desk.Samples.example;
import static io.tocsin.deploy.desk.Samples.incident;
import static io.tocsin.deploy.desk.Samples.withExamples;
import static io.tocsin.incident.IncidentState.OPEN;
import static io.tocsin.incident.IncidentState.RESOLVED;
import static io.tocsin.incident.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.IncidentInsight.NamedCount;
import io.tocsin.incident.Incident;
import io.tocsin.window.ExamplePost;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InsightBookTest {
  private static final IncidentInsight PORTO =
      new IncidentInsight(
          1, List.of(), List.of(), List.of(new NamedCount("Porto", 1)), List.of(), List.of());

  /** Answers when the test says so. */
  private static final class SlowReader implements ExamplesReader {
    final List<List<ExamplePost>> asked = new ArrayList<>();
    final List<Consumer<@Nullable IncidentInsight>> waiting = new ArrayList<>();
    boolean full;

    @Override
    public boolean read(
        String brand, List<ExamplePost> posts, Consumer<@Nullable IncidentInsight> whenRead) {
      if (!full) {
        asked.add(posts);
        waiting.add(whenRead);
      }
      return !full;
    }

    void answer(@Nullable IncidentInsight insight) {
      waiting.remove(0).accept(insight);
    }
  }

  private final SlowReader reader = new SlowReader();
  private final InsightBook book = new InsightBook(reader);

  private static Incident open(String... texts) {
    ExamplePost[] posts = new ExamplePost[texts.length];
    for (int i = 0; i < texts.length; i++) {
      posts[i] = example(texts[i], texts[i]);
    }
    return withExamples(incident("a", WARNING, OPEN, NOON), posts);
  }

  private void putAndAsk(Incident incident) {
    book.put(incident);
    book.ask(List.of("a"));
  }

  @Test
  void showsWhatWasReadOnceItIsTaken() {
    putAndAsk(open("no signal in Porto"));
    assertThat(book.takeAnswers()).isFalse();
    assertThat(book.of("a")).isNull();
    reader.answer(PORTO);
    assertThat(book.takeAnswers()).isTrue();
    assertThat(book.of("a")).isEqualTo(PORTO);
  }

  @Test
  void gathersThePostsOfAllRecordsOfAnIncident() {
    putAndAsk(open("one", "two"));
    reader.answer(PORTO);
    book.takeAnswers();
    putAndAsk(open("two", "three"));
    assertThat(reader.asked.get(1))
        .extracting(ExamplePost::text)
        .containsExactly("one", "two", "three");
  }

  @Test
  void asksAgainOnlyForNewPostsAndNeverTwiceAtATime() {
    putAndAsk(open("one"));
    putAndAsk(open("one"));
    putAndAsk(open("two"));
    assertThat(reader.asked).hasSize(1);
    reader.answer(PORTO);
    book.takeAnswers();
    book.ask(List.of("a"));
    book.ask(List.of("a"));
    assertThat(reader.asked).hasSize(2);
  }

  @Test
  void asksLaterWhereTheReaderIsBusy() {
    reader.full = true;
    putAndAsk(open("one"));
    reader.full = false;
    book.ask(List.of("a"));
    assertThat(reader.asked).hasSize(1);
  }

  @Test
  void keepsWhatItKnewWhereTheNextReadingCameToNothing() {
    putAndAsk(open("one"));
    reader.answer(PORTO);
    book.takeAnswers();
    putAndAsk(open("two"));
    reader.answer(null);
    assertThat(book.takeAnswers()).isFalse();
    assertThat(book.of("a")).isEqualTo(PORTO);
  }

  @Test
  void keepsTheLatestPostsOnly() {
    for (int i = 0; i < 2 * InsightBook.MOST_POSTS; i++) {
      book.put(open("text " + i));
    }
    book.ask(List.of("a"));
    assertThat(reader.asked.get(0))
        .hasSize(InsightBook.MOST_POSTS)
        .last()
        .satisfies(post -> assertThat(post.text()).isEqualTo("text 99"));
  }

  @Test
  void forgetsAnIncidentThatIsOver() {
    putAndAsk(open("one"));
    book.put(incident("a", WARNING, RESOLVED, NOON.plusSeconds(60)));
    reader.answer(PORTO);
    assertThat(book.takeAnswers()).isFalse();
    assertThat(book.of("a")).isNull();
  }

  @Test
  void takesNoMoreIncidentsThanItsBound() {
    for (int i = 0; i <= InsightBook.MOST_INCIDENTS; i++) {
      book.put(withExamples(incident("i" + i, WARNING, OPEN, NOON), example("ana", "text")));
    }
    book.ask(List.of("i" + InsightBook.MOST_INCIDENTS));
    assertThat(reader.asked).isEmpty();
  }
}
