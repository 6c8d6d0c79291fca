package io.tocsin.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamePlacesFunctionTest {
  private KeyedOneInputStreamOperatorTestHarness<String, KpiDelta, KpiDelta> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void aSmallPlaceIsOneOfTheOthersUntilItIsBusy() throws Exception {
    mentions("leeds", 19, 100);
    mentions("york", 2, 200);
    harness.processWatermark(999);
    mentions("leeds", 1, 1_500);
    mentions("leeds", 4, 2_500);
    mentions("york", 3, 2_500);
    harness.processWatermark(2_999);

    assertThat(counted(harness)).containsExactly(Map.entry("leeds", 5.0), Map.entry("other", 24.0));
  }

  @Test
  void theBusiestGetTheNamesThatAreLeftAndKeepThem() throws Exception {
    for (int place = 0; place < NamePlacesFunction.MOST_NAMED + 10; place++) {
      mentions("place-" + (100 + place), 100 + place, 100);
    }
    harness.processWatermark(999);
    mentions("place-100", 1_000, 1_500);
    mentions("place-159", 1, 1_500);
    harness.processWatermark(1_999);

    assertThat(counted(harness))
        .hasSize(NamePlacesFunction.MOST_NAMED + 1)
        .doesNotContainKey("place-109")
        .containsEntry("place-110", 110.0)
        .containsEntry("place-159", 160.0)
        .containsEntry("other", 100.0 + IntStream.range(101, 110).sum() + 1_000);
  }

  @Test
  void namesTheSameHoweverTheMentionsArrive() throws Exception {
    List<int[]> mentions = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      mentions.add(new int[] {(int) Math.abs(40 * random.nextGaussian()), random.nextInt(9_000)});
    }
    mention(harness, mentions);
    Collections.shuffle(mentions, random);
    try (var other = harness()) {
      mention(other, mentions);

      assertThat(counted(other)).isEqualTo(counted(harness)).hasSizeGreaterThan(20);
    }
  }

  @Test
  void responseTimesGoByTheNamesOfTheMentions() throws Exception {
    mentions("leeds", 20, 100);
    harness.processWatermark(999);
    for (String place : List.of("leeds", "a place that nobody knows")) {
      for (KpiDelta delta :
          KpiDelta.observed(KpiMetric.LOCATION_RESPONSE_SECONDS, 60, "acme", place)) {
        harness.processElement(delta, 1_500);
      }
    }
    harness.processWatermark(1_999);

    assertThat(harness.extractOutputValues())
        .filteredOn(delta -> delta.series().startsWith("location_response_seconds_count"))
        .extracting(KpiDelta::series)
        .containsExactlyInAnyOrder(
            "location_response_seconds_count{brand=\"acme\",location=\"leeds\"}",
            "location_response_seconds_count{brand=\"acme\",location=\"other\"}");
  }

  @Test
  void nothingWaitsWhenAllIsCounted() throws Exception {
    mentions("leeds", 30, 100);
    harness.processWatermark(999);

    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries()).as("the name").isEqualTo(1);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, KpiDelta, KpiDelta> harness()
      throws Exception {
    return ProcessFunctionTestHarnesses.forKeyedProcessFunction(
        new NamePlacesFunction(1_000), delta -> delta.labels().get("brand"), Types.STRING);
  }

  private static void mention(
      KeyedOneInputStreamOperatorTestHarness<String, KpiDelta, KpiDelta> into, List<int[]> mentions)
      throws Exception {
    for (int[] mention : mentions) {
      into.processElement(one("place-" + mention[0]), mention[1]);
    }
    into.processWatermark(Long.MAX_VALUE);
  }

  private void mentions(String place, int count, long at) throws Exception {
    for (int i = 0; i < count; i++) {
      harness.processElement(one(place), at);
    }
  }

  private static KpiDelta one(String place) {
    return KpiDelta.of(KpiMetric.LOCATION_MENTIONS_TOTAL, 1, "acme", place);
  }

  private static Map<String, Double> counted(
      KeyedOneInputStreamOperatorTestHarness<String, KpiDelta, KpiDelta> from) {
    Map<String, Double> counted = new TreeMap<>();
    for (KpiDelta delta : from.extractOutputValues()) {
      counted.merge(delta.labels().getOrDefault("location", ""), delta.amount(), Double::sum);
    }
    return counted;
  }
}
