package io.tocsin.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.mention.BrandTerms;
import io.tocsin.scoring.intent.IntentWords;
import io.tocsin.testing.Samples;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RespondFunctionTest {
  private static final CrisisPlan PLAN =
      new CrisisPlan(
          "v1",
          List.of(
              new BrandPlan(
                  new BrandTerms(
                      "acme", List.of("acme"), List.of(), List.of(), List.of(), List.of()),
                  "Acme",
                  List.of(
                      new PagingRule(
                          new PageTarget("duty", Transport.CONSOLE, null), Severity.WARNING)),
                  List.of(new QueueRedirect("care", "backup", Severity.WARNING)),
                  30,
                  5_000_000,
                  120_000,
                  "",
                  IntentWords.none("acme"),
                  List.of())));

  @Test
  void pagesNobodyAgainAfterARestoreAndForgetsWhenItIsOver() throws Exception {
    var first = harness();
    first.open();
    first.processElement(incident(IncidentChange.OPENED, IncidentState.OPEN), 0);
    assertThat(first.extractOutputValues()).hasSize(1);
    assertThat(first.getSideOutput(RespondFunction.REDIRECTS)).hasSize(1);
    var snapshot = first.snapshot(1, 1);
    first.close();

    var restored = harness();
    restored.initializeState(snapshot);
    restored.open();
    restored.processElement(incident(IncidentChange.OPENED, IncidentState.OPEN), 1);
    assertThat(restored.extractOutputValues()).isEmpty();

    restored.processElement(incident(IncidentChange.RESOLVED, IncidentState.RESOLVED), 2);
    assertThat(restored.extractOutputValues())
        .extracting(Page::action)
        .containsExactly(PageAction.RESOLVE);
    assertThat(restored.numKeyedStateEntries()).isZero();
    restored.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Incident, Page> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new RespondFunction(PLAN)), Incident::brand, Types.STRING);
  }

  private static Incident incident(IncidentChange change, IncidentState state) {
    return Samples.incident("acme", Severity.WARNING, change, state, Instant.EPOCH);
  }
}
