package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.IncidentInsight;
import io.tocsin.deploy.desk.IncidentInsight.NamedCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(450);

  private final List<String> read = new ArrayList<>();
  private long nanos;
  private long nanosAPost;

  private final Explainer explainer =
      new Explainer(
          text -> {
            read.add(text);
            nanos += nanosAPost;
            return List.of(Words.sentence("Porto/NNP/PLACE is/VBZ"));
          },
          () -> nanos);

  private @Nullable IncidentInsight explain(List<String> texts) {
    return explainer.explain("acme", texts);
  }

  private static List<String> distinctTexts(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add("the network has been down for us in house number " + i);
    }
    return texts;
  }

  @Test
  void countsAFloodOfOneTextOnce() {
    List<String> flood =
        List.of(
            "no signal in Porto",
            "RT @ana: no signal in Porto",
            "No signal in PORTO!! https://t.co/x");
    IncidentInsight insight = Objects.requireNonNull(explain(flood));
    assertThat(insight.posts()).isEqualTo(1);
    assertThat(insight.places()).containsExactly(new NamedCount("Porto", 1));
  }

  @Test
  void readsNoMoreThanFiftyDistinctTexts() {
    IncidentInsight insight = Objects.requireNonNull(explain(distinctTexts(80)));
    assertThat(insight.posts()).isEqualTo(Explainer.MOST_POSTS);
    assertThat(read).hasSize(Explainer.MOST_POSTS);
  }

  @Test
  void givesNothingAndStopsReadingAfterTwoSeconds() {
    nanosAPost = SLOW_NANOS;
    assertThat(explain(distinctTexts(50))).isNull();
    assertThat(read).hasSize(5);
  }

  @Test
  void givesAllWhereTheLastPostIsReadInTime() {
    nanosAPost = SLOW_NANOS;
    assertThat(explain(distinctTexts(4))).isNotNull();
  }

  @Test
  void passesOverPostsInAnotherLanguage() {
    IncidentInsight insight =
        Objects.requireNonNull(
            explain(
                List.of(
                    "Warum ist das Netz nicht mehr da, und wo ist es jetzt?",
                    "why is the network not there any more?")));
    assertThat(insight.posts()).isEqualTo(1);
  }
}
