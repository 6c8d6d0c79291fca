package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.IncidentInsight.NamedCount;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameTallyTest {
  private final NameTally tally = new NameTally();

  private void post(Set<String> tags, String... sentences) {
    List<List<TaggedWord>> words = Arrays.stream(sentences).map(Words::sentence).toList();
    tally.add(PostFindings.of(words, tags, "acme"));
  }

  private void post(String... sentences) {
    post(Set.of(), sentences);
  }

  @Test
  void countsPostsAndNotOccurrences() {
    post("Porto/NNP/PLACE is/VBZ out/RB", "Porto/NNP/PLACE again/RB");
    post("Porto/NNP/PLACE too/RB");
    assertThat(tally.insight().places()).containsExactly(new NamedCount("Porto", 2));
    assertThat(tally.insight().posts()).isEqualTo(2);
  }

  @Test
  void foldsCaseAndTagsIntoOneEntryAsMostWriteIt() {
    post("Globex/NNP/ORG fails/VBZ");
    post("Globex/NNP/ORG lies/VBZ");
    post("GLOBEX/NNP/ORG cheats/VBZ");
    post(Set.of("globex"), "what/WP ?/.");
    assertThat(tally.insight().organisations()).containsExactly(new NamedCount("Globex", 4));
  }

  @Test
  void takesANameForWhatMostPostsTakeItFor() {
    post("Jordan/NNP/PERSON spoke/VBD");
    post("Jordan/NNP/PERSON left/VBD");
    post("Jordan/NNP/PLACE burns/VBZ");
    assertThat(tally.insight().people()).containsExactly(new NamedCount("Jordan", 3));
    assertThat(tally.insight().places()).isEmpty();
  }

  @Test
  void showsAPhraseOnlyWhereSeveralPostsHaveIt() {
    post("no/DT signal/NN");
    post("the/DT signal/NN is/VBZ gone/VBN", "a/DT lonely/JJ word/NN");
    assertThat(tally.insight().phrases()).containsExactly(new NamedCount("signal", 2));
  }

  @Test
  void prefersTheLongestPhraseOfThoseThatComeTogether() {
    post("network/NN outage/NN");
    post("the/DT network/NN outage/NN");
    post("an/DT outage/NN");
    assertThat(tally.insight().phrases())
        .containsExactly(new NamedCount("outage", 3), new NamedCount("network outage", 2));
  }

  @Test
  void ranksByPostsAndShowsNoMoreThanAScreenHolds() {
    for (int i = 0; i < 2 * NameTally.MOST_SHOWN; i++) {
      post("Town" + (char) ('A' + i) + "/NNP/PLACE is/VBZ", "Porto/NNP/PLACE");
    }
    assertThat(tally.insight().places())
        .hasSize(NameTally.MOST_SHOWN)
        .startsWith(new NamedCount("Porto", 2 * NameTally.MOST_SHOWN));
  }
}
