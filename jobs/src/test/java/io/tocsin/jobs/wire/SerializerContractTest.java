package io.tocsin.jobs.wire;

import io.tocsin.kpi.KpiDelta;
import io.tocsin.mention.BrandMention;
import io.tocsin.mention.ParsedRecord;
import io.tocsin.mention.RawRecord;
import io.tocsin.response.overflow.TicketStep;
import io.tocsin.spike.BrandLook;
import io.tocsin.window.Pane;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerializerContractTest {
  static Stream<Class<?>> recordsThatFlow() {
    Stream<Class<?>> wire = Arrays.stream(Topic.values()).map(Topic::recordType);
    return Stream.concat(
        wire,
        Stream.of(
            RawRecord.class,
            ParsedRecord.class,
            BrandMention.class,
            Pane.class,
            BrandLook.class,
            TicketStep.class,
            KpiDelta.class));
  }

  @ParameterizedTest
  @MethodSource("recordsThatFlow")
  void flowsAsPojoWithoutKryo(Class<?> record) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(record);
  }
}
