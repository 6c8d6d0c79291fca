package io.tocsin.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.Mention;
import io.tocsin.testing.Samples;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

/** What a brand's watch tells of its rows, as the function gives it out. */
class BaselineRowsTest {
  private static final long SLIDE = 10_000;
  private static final long ROW = 300_000;
  private static final long HOUR = 3_600_000;
  private static final DeclaredEvent EVENT = new DeclaredEvent("Final", 5 * HOUR, 6 * HOUR, 8);

  private int mentions;

  @Test
  void coversAllTimeOnceThroughSleepToo() throws Exception {
    List<BaselineRow> rows = rows();

    assertThat(rows).extracting(BaselineRow::brand).containsOnly("acme");
    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i).from()).as("row %d", i).isEqualTo(rows.get(i - 1).until());
    }
    assertThat(rows)
        .filteredOn(row -> row.until().toEpochMilli() - row.from().toEpochMilli() > ROW)
        .hasSize(1)
        .allSatisfy(
            slept -> {
              assertThat(slept.voices()).isZero();
              assertThat(slept.usualVoices()).isPositive();
            });
  }

  @Test
  void saysWhatWasHeardAndWhatWasUsual() throws Exception {
    List<BaselineRow> rows = rows();

    assertThat(rows.stream().mapToDouble(BaselineRow::voices).sum()).isEqualTo(mentions);
    BaselineRow calm = at(rows, 2 * HOUR);
    assertThat(calm.voices()).isEqualTo(60);
    assertThat(calm.usualVoices()).isBetween(50.0, 70.0);
    assertThat(calm.voicesSpread()).isBetween(5.0, 15.0);
    assertThat(calm.usualNegativity()).isBetween(4.0, 8.0);
  }

  @Test
  void expectsWhatTheCalendarDeclares() throws Exception {
    BaselineRow inEvent = at(rows(), 5 * HOUR + HOUR / 2);

    assertThat(inEvent.usualVoices()).isGreaterThan(7 * 40);
    assertThat(inEvent.usualNegativity()).as("as many came as usual").isLessThan(10);
  }

  private static BaselineRow at(List<BaselineRow> rows, long millis) {
    return rows.stream()
        .filter(row -> row.from().toEpochMilli() <= millis && millis < row.until().toEpochMilli())
        .findFirst()
        .orElseThrow();
  }

  /** Three hours of mentions, one of none, two and a half of mentions. */
  private List<BaselineRow> rows() throws Exception {
    mentions = 0;
    BrandRules rules = new BrandRules(1e9, Long.MAX_VALUE, List.of(EVENT));
    var function =
        new DetectSpikesFunction(
            DetectorPolicy.standard(SLIDE),
            new DetectionPlan("v1", Map.of("acme", rules)),
            plain -> plain);
    try (var harness =
        ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
            function,
            (Pane pane) -> pane.watch().key(),
            Types.STRING,
            DetectSpikesFunction.FEED_GAPS,
            DetectSpikesFunction.PLAN)) {
      calm(harness, 0, 3 * HOUR);
      calm(harness, 4 * HOUR, 6 * HOUR + HOUR / 2);
      return harness.getSideOutput(DetectSpikesFunction.BASELINES).stream()
          .map(StreamRecord::getValue)
          .toList();
    }
  }

  private void calm(
      KeyedBroadcastOperatorTestHarness<String, Pane, DetectorNews, Spike> harness,
      long from,
      long until)
      throws Exception {
    for (long time = from; time < until; time += 5_000) {
      Mention mention = Samples.mention("m" + mentions++, "x", time);
      PartialPanes panes = new PartialPanes(1_000);
      panes.add(Samples.scored(mention, 0.1f, "acme"), time);
      List<Pane> flushed = new ArrayList<>();
      panes.flushBefore(Long.MAX_VALUE, flushed::add);
      for (Pane pane : flushed) {
        harness.processElement(pane, pane.startMillis());
      }
    }
    harness.processBroadcastWatermark(until - 1);
    harness.processWatermark(until - 1);
  }
}
