package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhraseFinderTest {
  private static Set<String> phrasesIn(String tagged) {
    Map<String, String> phrases = new LinkedHashMap<>();
    new PhraseFinder("acme").addTo(phrases, Words.sentence(tagged));
    return phrases.keySet();
  }

  @Test
  void findsNounsWithWhatStandsBeforeThemAndEveryPart() {
    assertThat(phrasesIn("a/DT total/JJ network/NN outage/NN began/VBD"))
        .containsExactlyInAnyOrder(
            "total network", "network", "total network outage", "network outage", "outage");
  }

  @Test
  void foldsThePluralIntoTheSingular() {
    assertThat(phrasesIn("double/JJ charges/NNS")).contains("double charge", "charge");
  }

  @Test
  void endsAtNamesAndLeavesTheBrandOut() {
    assertThat(phrasesIn("Porto/NNP/PLACE network/NN Acme/NNP support/NN"))
        .containsExactlyInAnyOrder("network", "support");
  }

  @Test
  void leavesOutNounsThatSayNothing() {
    assertThat(phrasesIn("first/JJ thing/NN today/NN")).isEmpty();
  }

  @Test
  void keepsLongRunsToFourWords() {
    assertThat(phrasesIn("big/JJ old/JJ red/JJ steel/NN gate/NN"))
        .contains("old red steel gate")
        .noneMatch(phrase -> phrase.startsWith("big old red steel gate"));
  }
}
