package io.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentTextsTest {
  private static final long SLIDE = 10_000;
  private static final long HOUR = 3_600_000;

  private final RecentTexts recent = new RecentTexts();

  @Test
  void aFloodIsOneVoiceInItsFirstSlideAndNoneAfter() {
    assertThat(recent.news(slide(0, 5, 7)).voices()).isEqualTo(1);
    for (long start = SLIDE; start < 20 * SLIDE; start += SLIDE) {
      Slide news = recent.news(slide(start, 5, 7));
      assertThat(news.voices()).isZero();
      assertThat(news.distinctTexts()).isZero();
      assertThat(news.mentions()).isEqualTo(5);
      assertThat(news.negativity()).isZero();
    }
  }

  @Test
  void newTextsBesideAFloodAreHeard() {
    recent.news(slide(0, 5, 7));

    assertThat(recent.news(slide(SLIDE, 8, 7, 8, 9)).voices()).isEqualTo(2);
  }

  @Test
  void aTextCountsAgainAnHourAfterItWasLastHeard() {
    recent.news(slide(0, 5, 7));
    assertThat(recent.news(slide(HOUR - SLIDE, 5, 7)).voices()).isZero();
    assertThat(recent.news(slide(2 * HOUR - 2 * SLIDE, 5, 7)).voices()).isZero();
    assertThat(recent.news(slide(3 * HOUR - 2 * SLIDE, 5, 7)).voices()).isEqualTo(1);
  }

  @Test
  void aStormThatNamesNoTextsIsHeardWhole() {
    recent.news(slide(0, 5, 7));
    Slide storm =
        new Slide(SLIDE, 500, 400, 0, 0, 0, 0, 400, 450, List.of(), List.of(), Crowd.NOBODY);

    assertThat(recent.news(storm)).isEqualTo(storm);
    assertThat(recent.news(slide(2 * SLIDE, 5, 7)).voices()).as("the flood goes on").isZero();
  }

  @Test
  void remembersOnlyTheLatestTexts() {
    for (int i = 0; i < 1_000; i++) {
      recent.news(slide(i * 100L, 3, 3L * i, 3L * i + 1, 3L * i + 2));
    }

    assertThat(recent.hashes).hasSize(128).contains(2_999).doesNotContain(1);
  }

  @Test
  void fewTextsAreNamedInAnyOrderAndManyAreNot() {
    FewTexts left = new FewTexts();
    FewTexts right = new FewTexts();
    LongStream.of(3, 1, 3).forEach(left::add);
    LongStream.of(2, 1).forEach(right::add);
    left.merge(right.named());
    assertThat(left.named()).containsExactly(1L, 2L, 3L);

    LongStream.range(0, 65).forEach(right::add);
    assertThat(right.named()).isEmpty();
    left.merge(right.named());
    assertThat(left.named()).isEmpty();
  }

  /** A slide with a voice for each text. */
  private static Slide slide(long start, long mentions, long... texts) {
    List<Long> named = LongStream.of(texts).boxed().toList();
    long count = texts.length;
    return new Slide(
        start,
        mentions,
        count,
        0,
        0,
        mentions * 500_000L,
        0,
        count,
        mentions,
        List.of(),
        named,
        Crowd.NOBODY);
  }
}
