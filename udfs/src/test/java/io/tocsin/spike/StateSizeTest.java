package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.window.Crowd;
import io.tocsin.window.Slide;
import io.tocsin.window.Watch;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What a watch costs, and that nothing of it is lost when a job is started again. */
class StateSizeTest {
  private static final long SLIDE = 10_000;
  private static final int DAY_SLIDES = 8_640;
  private static final int MOST_BYTES_OF_A_SIGNAL = 900;
  private static final int MOST_BYTES_OF_A_WATCH = 6_600;
  private static final Watch WATCH = Watch.ofBrand("acme");

  private final DetectorPolicy policy = DetectorPolicy.standard(SLIDE);
  private final SpikeDetector detector = new SpikeDetector(policy);

  @Test
  void isSmallAfterAWeek() throws IOException {
    WatchState state = new WatchState(policy);
    Random random = new Random(1);
    for (long slide = 0; slide < 7 * DAY_SLIDES; slide++) {
      detector.onSlide(WATCH, state, slide(random, slide, 4));
    }

    assertThat(bytes(state.volume, SignalState.class)).isLessThan(MOST_BYTES_OF_A_SIGNAL);
    assertThat(bytes(state, WatchState.class)).isLessThan(MOST_BYTES_OF_A_WATCH);
  }

  @Test
  void goesOnAfterARestartAsIfNothingHadBeen() throws IOException {
    WatchState state = new WatchState(policy);
    Random random = new Random(2);
    long slide = 0;
    for (; slide < 2 * DAY_SLIDES; slide++) {
      detector.onSlide(WATCH, state, slide(random, slide, 4));
    }
    for (; state.negativity.spikeId == null && slide < 3 * DAY_SLIDES; slide++) {
      detector.onSlide(WATCH, state, slide(random, slide, 60));
    }
    WatchState restored = copy(state);

    for (long end = slide + DAY_SLIDES; slide < end; slide++) {
      Slide next = slide(random, slide, end - slide > DAY_SLIDES - 20 ? 60 : 4);
      assertThat(detector.onSlide(WATCH, restored, next))
          .as("slide %d", slide)
          .isEqualTo(detector.onSlide(WATCH, state, next));
    }
    assertThat(state.negativity.endedMillis).isPositive();
  }

  private static Slide slide(Random random, long number, int bound) {
    int mentions = random.nextInt(bound);
    long micros = mentions * (bound > 10 ? 800_000L : 100_000L);
    int negative = bound > 10 ? mentions : 0;
    return new Slide(
        number * SLIDE,
        mentions,
        mentions,
        mentions,
        negative,
        micros,
        100L * mentions,
        mentions,
        mentions,
        List.of(),
        List.of(),
        Crowd.NOBODY);
  }

  private static <T> int bytes(T value, Class<T> type) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer(type).serialize(value, out);
    return out.length();
  }

  private static WatchState copy(WatchState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer(WatchState.class).serialize(state, out);
    return serializer(WatchState.class)
        .deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }

  private static <T> TypeSerializer<T> serializer(Class<T> type) {
    return TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
  }
}
