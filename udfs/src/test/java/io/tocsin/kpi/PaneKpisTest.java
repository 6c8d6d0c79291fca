package io.tocsin.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.scoring.intent.Intent;
import io.tocsin.scoring.intent.IntentKind;
import io.tocsin.testing.Samples;
import io.tocsin.window.Pane;
import io.tocsin.window.PartialPanes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaneKpisTest {
  @Test
  void tellWhatNeedsAResponseAndWhatMentionsWantOnce() {
    PartialPanes panes = new PartialPanes(1_000);
    Intent intent = new Intent(0.75f, List.of(IntentKind.COMPLAINT, IntentKind.PURCHASE_AFTER));
    panes.add(
        Samples.wanting(Samples.scored(Samples.mention("a", "x", 0), 0.5f, "acme"), intent), 0);
    List<Pane> flushed = new ArrayList<>();
    panes.flushBefore(Long.MAX_VALUE, flushed::add);

    List<String> series =
        flushed.stream()
            .flatMap(pane -> KpiDeltas.ofPane(pane).stream())
            .map(delta -> delta.series() + " " + delta.amount())
            .collect(Collectors.toList());

    assertThat(series)
        .contains(
            "needs_response_total{brand=\"acme\",channel=\"x\"} 0.75",
            "mentions_by_kind_total{brand=\"acme\",kind=\"complaint\"} 1.0",
            "mentions_by_kind_total{brand=\"acme\",kind=\"purchase-after\"} 1.0")
        .doesNotHaveDuplicates();
  }
}
