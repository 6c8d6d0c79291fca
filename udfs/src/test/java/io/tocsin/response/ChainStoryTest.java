package io.tocsin.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.incident.BurningLocation;
import io.tocsin.incident.BurningRegion;
import io.tocsin.incident.Incident;
import io.tocsin.incident.Severity;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainStoryTest {
  private static final int BURNING = 40;

  @Test
  void fortyOfSixtyTwoPlacesAreOneIncidentThatListsThemAndPagesOnceALevel() {
    ChainStory story = ChainStory.of(11, place -> place < BURNING, 1.7, 30);

    Incident incident = story.last();
    assertThat(story.incidents).extracting(Incident::id).containsOnly(incident.id());
    assertThat(incident.parts().locations())
        .extracting(BurningLocation::key)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, BURNING).mapToObj(ChainStory::key).toList());
    assertThat(incident.parts().regions())
        .containsExactly(new BurningRegion("west", "The West", BURNING, ChainStory.IN_THE_WEST));
    assertThat(story.pages)
        .extracting(page -> page.target().name(), Page::severity)
        .containsExactly(
            tuple("duty", Severity.WARNING),
            tuple("duty", Severity.CRITICAL),
            tuple("chief", Severity.CRITICAL));
    assertThat(story.pages.get(2).title()).contains("of 62 locations in The West");
    assertThat(story.pages.get(2).body())
        .contains("of 62 in The West.")
        .containsPattern("Most: Place .* and \\d+ more\\.");
  }

  @Test
  void onePlaceThatBurnsIsNamedAloneAndPagesNobody() {
    ChainStory story = ChainStory.of(12, place -> place == 7, 8, 18);

    assertThat(story.incidents)
        .isNotEmpty()
        .allSatisfy(
            incident -> {
              assertThat(incident.severity()).isEqualTo(Severity.NOTICE);
              assertThat(incident.parts().locations())
                  .extracting(BurningLocation::name)
                  .containsExactly("Place 7");
            });
    assertThat(story.last().spikes())
        .as("the region burns by it too")
        .anySatisfy(spike -> assertThat(spike).startsWith("corner/region/west/"));
    assertThat(story.pages).isEmpty();
  }

  @Test
  void calmPlacesRaiseNothing() {
    assertThat(ChainStory.of(13, place -> false, 0, 60).incidents).isEmpty();
  }
}
