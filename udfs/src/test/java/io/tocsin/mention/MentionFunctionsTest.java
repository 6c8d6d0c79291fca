package io.tocsin.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class MentionFunctionsTest {
  @Test
  void partsMentionsFromDeadLetters() throws Exception {
    Mention mention = MentionSamples.withText("acme is down");
    DeadLetter letter =
        new DeadLetter(
            DeadLetterReason.MISSING_FIELD, "id is missing", "t", 0, 0, new byte[0], Instant.EPOCH);
    try (var harness = harness(new SplitParsedFunction())) {
      harness.processElement(ParsedRecord.accepted(mention), 1);
      harness.processElement(ParsedRecord.rejected(letter), 2);

      assertThat(harness.extractOutputValues()).containsExactly(mention);
      assertThat(harness.getSideOutput(SplitParsedFunction.REJECTED))
          .singleElement()
          .satisfies(
              record -> assertThat(record.getValue()).usingRecursiveComparison().isEqualTo(letter));
    }
  }

  @Test
  void failsOnAParsedRecordThatIsNeither() throws Exception {
    try (var harness = harness(new SplitParsedFunction())) {
      assertThatThrownBy(() -> harness.processElement(new ParsedRecord(null, null), 1))
          .hasMessage("a parsed record is neither a mention nor a dead letter");
    }
  }

  @Test
  void everyRecordIsSerialisedWithoutKryo() {
    for (Class<?> type :
        List.of(
            RawRecord.class,
            ParsedRecord.class,
            Mention.class,
            BrandMention.class,
            DeadLetter.class)) {
      PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
  }

  private static <I, O> OneInputStreamOperatorTestHarness<I, O> harness(
      ProcessFunction<I, O> function) throws Exception {
    return ProcessFunctionTestHarnesses.forProcessFunction(function);
  }
}
