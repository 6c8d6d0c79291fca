package io.tocsin.deploy.desk;

import static io.tocsin.deploy.desk.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentState;
import io.tocsin.incident.Severity;
import io.tocsin.mention.Drill;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BurnOrderTest {
  private static List<String> order(List<BrandHeat> heats, Incident... open) {
    List<IncidentCard> cards =
        Stream.of(open).map(one -> new IncidentCard(one, null, List.of(), null)).toList();
    return BurnOrder.rows(heats, cards).stream().map(BrandRow::brand).toList();
  }

  private static Incident burning(String brand, Severity severity) {
    return Samples.of(brand, Samples.incident(brand + "-1", severity, IncidentState.OPEN, NOON));
  }

  @Test
  void putsTheWorstIncidentFirstAndCalmBrandsByTheirNegativeMentions() {
    List<BrandHeat> heats =
        List.of(
            new BrandHeat("aurora", 50, 0.2),
            new BrandHeat("borealis", 5, 4),
            new BrandHeat("calm", 900, 0),
            new BrandHeat("dire", 1, 0.1));
    assertThat(
            order(heats, burning("dire", Severity.NOTICE), burning("unheard", Severity.CRITICAL)))
        .containsExactly("unheard", "dire", "borealis", "aurora", "calm");
  }

  @Test
  void letsBrandsThatAreAboutAlikeKeepTheirPlaces() {
    assertThat(order(List.of(new BrandHeat("a", 1, 1.1), new BrandHeat("b", 1, 1.9))))
        .isEqualTo(order(List.of(new BrandHeat("a", 1, 1.9), new BrandHeat("b", 1, 1.1))));
  }

  @Test
  void putsARealIncidentBeforeADrill() {
    Incident drill =
        Samples.inDrill(burning("acme", Severity.CRITICAL), new Drill("d", false, NOON));
    assertThat(order(List.of(), drill, burning("globex", Severity.NOTICE)))
        .containsExactly("globex", "acme");
  }
}
