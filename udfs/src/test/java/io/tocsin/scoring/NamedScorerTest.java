package io.tocsin.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class NamedScorerTest {
  @Test
  void opensTheScorerOfItsNameAfterItsJourneyToTheWorker() throws Exception {
    NamedScorer scorer = InstantiationUtil.clone(new NamedScorer("lexicon", null));

    try (SentimentScorer opened = scorer.create()) {
      assertThat(opened.model()).startsWith("lexicon");
    }
  }

  @Test
  void namesAllWhereOneIsUnknown() {
    assertThatExceptionOfType(ScorerUnavailableException.class)
        .isThrownBy(new NamedScorer("oracle", null)::checked)
        .withMessageContaining("no scorer 'oracle'")
        .withMessageContaining(String.join(", ", NamedScorer.names()));
  }

  @Test
  void refusesAModelThatItsScorerCannotRead() {
    assertThatExceptionOfType(ScorerUnavailableException.class)
        .isThrownBy(new NamedScorer("lexicon", "/models/own.model")::checked)
        .withMessageContaining("/models/own.model");
  }
}
