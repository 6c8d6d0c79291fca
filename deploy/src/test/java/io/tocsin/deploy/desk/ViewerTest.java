package io.tocsin.deploy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewerTest {
  /** What is to be done by other threads, when the test says so. */
  private final Deque<Runnable> underWay = new ArrayDeque<>();

  private final List<String> received = new ArrayList<>();
  private boolean closed;

  private final Viewer viewer =
      new Viewer(
          new Viewer.Line() {
            @Override
            public void send(String message) {
              received.add(message);
            }

            @Override
            public void close() {
              closed = true;
            }
          },
          underWay::add);

  private boolean tell(int turn) {
    return viewer.tell("news " + turn, () -> "all " + turn);
  }

  private void arrive() {
    underWay.remove().run();
  }

  @Test
  void isToldEverythingFirstAndThenTheNews() {
    for (int turn = 1; turn <= 3; turn++) {
      assertThat(tell(turn)).isTrue();
      arrive();
    }
    assertThat(received).containsExactly("all 1", "news 2", "news 3");
  }

  @Test
  void isToldEverythingAnewAfterATurnThatItMissed() {
    tell(1);
    tell(2);
    arrive();
    tell(3);
    arrive();
    tell(4);
    arrive();
    assertThat(received).containsExactly("all 1", "all 3", "news 4");
  }

  @Test
  void neverHasMoreThanOneMessageUnderWay() {
    for (int turn = 1; turn < Viewer.MOST_TURNS_MISSED; turn++) {
      assertThat(tell(turn)).isTrue();
    }
    assertThat(underWay).hasSize(1);
  }

  @Test
  void isLetGoWhenItTakesNothingForTooLong() {
    tell(0);
    int turns = 1;
    while (tell(turns)) {
      turns++;
    }
    assertThat(turns).isEqualTo(Viewer.MOST_TURNS_MISSED);
    viewer.close();
    underWay.removeLast().run();
    assertThat(closed).isTrue();
  }
}
