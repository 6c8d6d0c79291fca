package io.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.scoring.ScoredMention;
import io.tocsin.testing.Samples;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class DropLateFunctionTest {
  private static final long PANE = 10_000;

  @Test
  void keepsAMentionWhosePaneIsOpenAndSetsAsideOneWhosePaneWasJudged() throws Exception {
    try (var harness =
        ProcessFunctionTestHarnesses.forProcessFunction(new DropLateFunction(PANE))) {
      harness.processElement(at(5_000), 5_000);
      harness.processWatermark(9_998);
      harness.processElement(at(0), 0);
      harness.processWatermark(9_999);
      harness.processElement(at(9_999), 9_999);
      harness.processElement(at(10_000), 10_000);

      assertThat(harness.extractOutputValues())
          .extracting(scored -> scored.mention().createdAtMillis())
          .containsExactly(5_000L, 0L, 10_000L);
      assertThat(harness.getSideOutput(DropLateFunction.LATE))
          .extracting(record -> record.getValue().mention().createdAtMillis())
          .containsExactly(9_999L);
    }
  }

  private static ScoredMention at(long millis) {
    return Samples.scored(Samples.mention("m" + millis, "x", millis), 0.5f, "acme");
  }
}
