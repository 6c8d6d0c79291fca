package io.tocsin.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.scoring.ScoredMention;
import io.tocsin.scoring.Sentiment;
import io.tocsin.scoring.SentimentLabel;
import io.tocsin.scoring.influence.Influence;
import io.tocsin.scoring.influence.ReachBasis;
import io.tocsin.scoring.influence.ScaleBasis;
import io.tocsin.scoring.intent.Intent;
import io.tocsin.testing.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartialScoringsTest {
  private static final Sentiment ENGLISH =
      new Sentiment(0.7f, 0.2f, 0.1f, SentimentLabel.NEGATIVE, "en", "linear-1");
  private static final Influence RANKED =
      new Influence(0.5, 9, ReachBasis.FOLLOWERS, ScaleBasis.CHANNEL);
  private static final Influence UNRANKED =
      new Influence(0.5, 9, ReachBasis.CHANNEL_MEDIAN, ScaleBasis.FIXED);

  private final PartialScorings scorings = new PartialScorings();

  @Test
  void countsByModelLanguageAndOutcome() {
    add(ENGLISH, RANKED);
    add(ENGLISH, UNRANKED);
    add(Sentiment.unscored("sv", "linear-1"), UNRANKED);
    add(Sentiment.unscored(null, "linear-1"), UNRANKED);

    assertThat(flushed())
        .containsEntry("scorings_total{model=\"linear-1\",language=\"en\",outcome=\"scored\"}", 2.0)
        .containsEntry(
            "scorings_total{model=\"linear-1\",language=\"sv\",outcome=\"unscored\"}", 1.0)
        .containsEntry(
            "scorings_total{model=\"linear-1\",language=\"unknown\",outcome=\"unscored\"}", 1.0)
        .containsEntry("rankings_total{basis=\"followers\",scale=\"channel\"}", 1.0)
        .containsEntry("rankings_total{basis=\"channel_median\",scale=\"fixed\"}", 3.0)
        .hasSize(5);
  }

  @Test
  void rareLanguagesAreOneSeries() {
    for (char letter = 'a'; letter <= 'z'; letter++) {
      add(Sentiment.unscored("q" + letter, "linear-1"), RANKED);
    }

    assertThat(flushed())
        .containsEntry(
            "scorings_total{model=\"linear-1\",language=\"other\",outcome=\"unscored\"}", 26.0)
        .hasSize(2);
  }

  @Test
  void forgetsWhatItHandedOver() {
    add(ENGLISH, RANKED);
    flushed();

    assertThat(scorings.size()).isZero();
    assertThat(flushed()).isEmpty();
  }

  private void add(Sentiment sentiment, Influence influence) {
    var mention = Samples.mention("m", "x", 0);
    scorings.add(
        new ScoredMention(
            mention, List.of("acme"), List.of(), sentiment, influence, 1, 1, Intent.UNKNOWN));
  }

  private Map<String, Double> flushed() {
    Map<String, Double> sums = new LinkedHashMap<>();
    scorings.flush(delta -> sums.put(delta.series(), delta.amount()));
    return sums;
  }
}
