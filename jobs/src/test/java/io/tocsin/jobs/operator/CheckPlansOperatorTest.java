package io.tocsin.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.response.CrisisPlan;
import io.tocsin.response.live.PlanNotice;
import io.tocsin.response.live.PlanReport;
import io.tocsin.response.live.PlanVerdict;
import io.tocsin.response.plan.CrisisPlanParser;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckPlansOperatorTest {
  private static final PlanNotice BAD =
      new PlanNotice("x", "version: 'x'\nbrands: []\n", Instant.EPOCH, "ada");

  private OneInputStreamOperatorTestHarness<PlanNotice, PlanNotice> harness;

  @BeforeEach
  void begin() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void tellsWithWhichPlanTheJobBegins() {
    assertThat(reports())
        .extracting(PlanReport::verdict, PlanReport::inForce)
        .containsExactly(tuple(PlanVerdict.STARTED, "start"));
  }

  @Test
  void handsAnAcceptedPlanToEveryStage() throws Exception {
    harness.processElement(notice("2"), 0);

    assertThat(harness.extractOutputValues()).extracting(PlanNotice::version).containsExactly("2");
    assertThat(values(CheckPlansOperator.DETECTION))
        .singleElement()
        .satisfies(
            news -> assertThat(Objects.requireNonNull(news.plan()).version()).isEqualTo("2"));
    assertThat(values(CheckPlansOperator.INCIDENTS))
        .singleElement()
        .satisfies(plan -> assertThat(plan.policies()).containsOnlyKeys("acme"));
  }

  @Test
  void refusesABadPlanLoudlyAndLeavesTheOldOneAsItIs() throws Exception {
    harness.processElement(BAD, 0);

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(values(CheckPlansOperator.INCIDENTS)).isEmpty();
    assertThat(last().verdict()).isEqualTo(PlanVerdict.REFUSED);
    assertThat(last().inForce()).isEqualTo("start");
    assertThat(last().problems()).isNotEmpty();
  }

  @Test
  void tellsOnceOnlyOfAPlanThatIsPublishedTwice() throws Exception {
    harness.processElement(notice("2"), 0);
    harness.processElement(notice("2"), 1);

    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(last().verdict()).isEqualTo(PlanVerdict.UNCHANGED);
  }

  @Test
  void aRestoredJobGoesOnWithTheLastAcceptedPlanAndNotWithTheOneItIsStartedWith() throws Exception {
    harness.processElement(notice("2"), 0);
    harness.processElement(BAD, 1);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();
    assertThat(harness.getSideOutput(CheckPlansOperator.REPORTS)).isNullOrEmpty();

    harness.processElement(BAD, 2);
    assertThat(last().inForce()).isEqualTo("2");
  }

  private OneInputStreamOperatorTestHarness<PlanNotice, PlanNotice> harness() throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new CheckPlansOperator(read(notice("start"))), 1, 1, 0);
  }

  private static PlanNotice notice(String version) {
    String text =
        """
        version: '%s'
        brands:
          - brand: acme
            name: Acme
            match: {handles: [acme]}
            page: [{target: duty, transport: console, from: warning}]
            critical: {score: 30, reach: 5000000}
            standDown: 2m
            guidance: Call the desk.
        """
            .formatted(version);
    return new PlanNotice(version, text, Instant.EPOCH, "ada");
  }

  private static CrisisPlan read(PlanNotice notice) {
    return Objects.requireNonNull(
        CrisisPlanParser.read(notice.text(), "plan").plan(),
        () -> CrisisPlanParser.read(notice.text(), "plan").lines().toString());
  }

  private List<PlanReport> reports() {
    return values(CheckPlansOperator.REPORTS);
  }

  private PlanReport last() {
    return reports().get(reports().size() - 1);
  }

  private <T> List<T> values(OutputTag<T> tag) {
    Queue<StreamRecord<T>> queue = harness.getSideOutput(tag);
    return queue == null ? List.of() : queue.stream().map(StreamRecord::getValue).toList();
  }
}
