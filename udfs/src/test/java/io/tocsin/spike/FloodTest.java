package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.SampledText;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Floods are heard as what they are, and storms of people with copies among them too. */
class FloodTest {
  private static final long SLIDE = 10_000;
  private static final int HOUR_SLIDES = 360;
  private static final Watch WATCH = Watch.ofBrand("acme");

  private final DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
  private final SpikeDetector detector = new SpikeDetector(policy);
  private final WatchState state = new WatchState(policy);
  private final List<Spike> spikes = new ArrayList<>();
  private long now;

  @RepeatedTest(3)
  void neverTakesOneTextInEverNewWordingForASpike(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    calmDays(random, 3);
    for (int i = 0; i < 2 * HOUR_SLIDES; i++) {
      hear(1 + random.nextInt(3), () -> random.nextInt(6), random::nextLong);
    }

    assertThat(spikes).extracting(Spike::why).as("seed %d", info.getCurrentRepetition()).isEmpty();
  }

  @RepeatedTest(3)
  void neverTakesFewAuthorsWithEverNewTextsForASpike(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    calmDays(random, 3);
    for (int i = 0; i < 2 * HOUR_SLIDES; i++) {
      hear(1 + random.nextInt(4), random::nextLong, () -> random.nextInt(7));
    }

    assertThat(spikes).extracting(Spike::why).as("seed %d", info.getCurrentRepetition()).isEmpty();
  }

  @RepeatedTest(3)
  void knowsAFewTextsThatComeAgainSlowlyForAFlood(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    calmDays(random, 3);
    for (int i = 0; i < 2 * HOUR_SLIDES; i++) {
      hear(random.nextInt(2), () -> random.nextInt(6), random::nextLong);
    }

    assertThat(spikes).extracting(Spike::why).as("seed %d", info.getCurrentRepetition()).isEmpty();
  }

  @RepeatedTest(3)
  void seesPeopleWhoComeBackTwiceAndAmongWhomAFloodIsSent(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    calmDays(random, 3);
    for (int i = 0; i < 12; i++) {
      long storm = 100L * (i / 2);
      hear(
          6,
          () -> random.nextInt(4) == 0 ? -1 : random.nextLong(),
          () -> storm + random.nextInt(40));
    }

    assertThat(spikes)
        .as("seed %d", info.getCurrentRepetition())
        .extracting(Spike::signal)
        .contains(Signal.NEGATIVITY);
  }

  private void calmDays(Random random, int days) {
    for (int i = 0; i < days * 24 * HOUR_SLIDES; i++) {
      if (random.nextInt(30) == 0) {
        slide(1, 0, random::nextLong, random::nextLong);
      } else {
        now += SLIDE;
      }
    }
    assertThat(spikes).isEmpty();
  }

  private interface Draw {
    long next();
  }

  private void hear(int mentions, Draw text, Draw author) {
    slide(mentions, mentions, text, author);
  }

  private void slide(int mentions, int negative, Draw text, Draw author) {
    TreeMap<Long, SampledText> texts = new TreeMap<>();
    TreeSet<Long> authors = new TreeSet<>();
    for (int i = 0; i < mentions; i++) {
      long key = text.next();
      texts.put(key, SampledText.of(key, 0, "text"));
      authors.add(author.next() << 48 | 1);
    }
    long voices = Math.min(texts.size(), authors.size());
    long[] tally = authors.stream().mapToLong(Long::longValue).toArray();
    Slide slide =
        new Slide(
            now,
            mentions,
            voices,
            mentions,
            negative,
            negative * 900_000L,
            0,
            texts.size(),
            authors.size(),
            List.of(),
            List.of(),
            new Crowd(tally, new long[0], List.copyOf(texts.values()), 0, 0));
    spikes.addAll(detector.onSlide(WATCH, state, slide));
    now += SLIDE;
  }
}
