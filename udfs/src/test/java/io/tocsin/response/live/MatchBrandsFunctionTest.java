package io.tocsin.response.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.mention.BrandMention;
import io.tocsin.mention.BrandPart;
import io.tocsin.mention.BrandTerms;
import io.tocsin.mention.Mention;
import io.tocsin.mention.PartKind;
import io.tocsin.mention.PartTerms;
import io.tocsin.response.MatchingPlan;
import io.tocsin.scoring.intent.IntentPhrase;
import io.tocsin.testing.Samples;
import io.tocsin.window.BrandTree;
import io.tocsin.window.Location;
import io.tocsin.window.Region;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchBrandsFunctionTest {
  private static final MatchingPlan ACME = plan("1", "acme");
  private static final MatchingPlan BOTH = plan("2", "acme", "zeta");

  private static final Queue<MatchingPlan> TOLD = new ConcurrentLinkedQueue<>();

  private final Mention acme = Samples.saying("a", "acme is down");
  private final Mention zeta = Samples.saying("z", "zeta is down");

  @Test
  void partsMatchedFromUnmatchedMentions() throws Exception {
    try (var harness = harness(ACME)) {
      harness.open();
      harness.processElement(acme, 1);
      harness.processElement(zeta, 2);

      assertThat(harness.extractOutputValues())
          .containsExactly(new BrandMention(acme, List.of("acme"), List.of(), 0));
      assertThat(harness.getSideOutput(MatchBrandsFunction.UNMATCHED))
          .singleElement()
          .satisfies(record -> assertThat(record.getValue()).isEqualTo(zeta))
          .satisfies(record -> assertThat(record.getTimestamp()).isEqualTo(2));
    }
  }

  @Test
  void asksOfEachMentionByThePlanThatWasHeardOfBeforeIt() throws Exception {
    try (var harness = harness(ACME)) {
      harness.open();
      harness.processElement(zeta, 1);
      TOLD.add(BOTH);
      harness.processElement(zeta, 3);
      TOLD.add(ACME);
      harness.processElement(zeta, 5);

      assertThat(harness.extractOutputValues())
          .extracting(BrandMention::brands)
          .containsExactly(List.of("zeta"));
      assertThat(harness.getSideOutput(MatchBrandsFunction.UNMATCHED)).hasSize(2);
    }
  }

  @Test
  void goesOnWithThePlanInForceAfterARestoreWhateverItIsStartedWith() throws Exception {
    OperatorSubtaskState state;
    try (var first = harness(ACME)) {
      first.open();
      TOLD.add(BOTH);
      first.processElement(zeta, 1);
      state = first.snapshot(1, 1);
    }
    try (var restored = harness(ACME)) {
      restored.initializeState(state);
      restored.open();
      restored.processElement(zeta, 2);

      assertThat(restored.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void asksAllThatThePlanSaysOfAMention() throws Exception {
    PartTerms leeds =
        new PartTerms(PartKind.LOCATION, "leeds", List.of(), List.of(), List.of("leeds"));
    MatchingPlan plan =
        new MatchingPlan(
            "1",
            List.of(terms("acme").with(List.of(leeds))),
            List.of(new IntentPhrase("acme", "no signal", null)),
            Map.of(
                "acme",
                new BrandTree(
                    List.of(
                        new Region("north", "North", null),
                        new Region("yorkshire", "Yorkshire", "north")),
                    List.of(new Location("leeds", "Leeds", "yorkshire")),
                    List.of())));
    try (var harness = harness(plan)) {
      harness.open();
      harness.processElement(Samples.saying("b", "acme has no signal in leeds"), 1);
      harness.processElement(acme, 2);

      assertThat(harness.extractOutputValues().get(0).parts())
          .containsExactly(
              new BrandPart("acme", PartKind.LOCATION, "leeds"),
              new BrandPart("acme", PartKind.REGION, "north"),
              new BrandPart("acme", PartKind.REGION, "yorkshire"));
      assertThat(harness.extractOutputValues())
          .extracting(found -> found.toldByPlan() != 0)
          .containsExactly(true, false);
    }
  }

  private static MatchingPlan plan(String version, String... brands) {
    return new MatchingPlan(
        version,
        Stream.of(brands).map(MatchBrandsFunctionTest::terms).toList(),
        List.of(),
        Map.of());
  }

  private static BrandTerms terms(String brand) {
    return new BrandTerms(brand, List.of(brand), List.of(), List.of(), List.of(brand), List.of());
  }

  private static OneInputStreamOperatorTestHarness<Mention, BrandMention> harness(MatchingPlan plan)
      throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(new MatchBrandsFunction(plan, Told::new)), 1, 1, 0);
  }

  /** What a test tells. */
  private static final class Told implements PlanFeed {
    @Override
    public @Nullable MatchingPlan news() {
      return TOLD.poll();
    }

    @Override
    public void close() {
      TOLD.clear();
    }
  }
}
