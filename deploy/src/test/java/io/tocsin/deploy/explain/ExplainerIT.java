package io.tocsin.deploy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.desk.IncidentInsight;
import io.tocsin.deploy.desk.IncidentInsight.NamedCount;
import io.tocsin.deploy.testing.InstalledModels;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real models on real sentences, with a clock that stands still. */
class ExplainerIT {
  private static final long SEED = 20_261_124;

  @SuppressWarnings("NullAway.Init") // opened once for all tests: loading takes seconds
  private static Explainer explainer;

  @BeforeAll
  static void load() {
    explainer = new Explainer(CoreNlpPostReader.open(InstalledModels.requireCoreNlp()), () -> 0);
  }

  private static IncidentInsight explain(String... posts) {
    return Objects.requireNonNull(explainer.explain("northwind-telecom", List.of(posts)));
  }

  @Test
  void tellsPeopleOrganisationsAndPlacesApart() {
    IncidentInsight insight =
        explain(
            "Angela Merkel spoke to reporters in Berlin about the network outage.",
            "Microsoft said that the network outage in Berlin was not its fault.",
            "Northwind Telecom has no comment on the network outage.");
    assertThat(insight.posts()).isEqualTo(3);
    assertThat(insight.people()).containsExactly(new NamedCount("Angela Merkel", 1));
    assertThat(insight.organisations()).containsExactly(new NamedCount("Microsoft", 1));
    assertThat(insight.places()).containsExactly(new NamedCount("Berlin", 2));
    assertThat(insight.phrases()).contains(new NamedCount("network outage", 3));
  }

  @Test
  void countsTagsTowardsTheNameThatTheyStandFor() {
    IncidentInsight insight =
        explain(
            "Microsoft has told its customers nothing so far.",
            "why is nobody answering the phone there @Microsoft ?",
            "still waiting for an answer after all these days #microsoft");
    assertThat(insight.organisations()).contains(new NamedCount("Microsoft", 3));
  }

  @Test
  void takesAMiscellaneousNameForAProductButNoNationality() {
    IncidentInsight insight =
        explain("I installed Windows 10 on the laptop.", "German customers are very angry.");
    assertThat(insight.products()).extracting(NamedCount::name).containsExactly("Windows 10");
  }

  @Test
  void survivesWhatNobodyWouldWrite() {
    Random random = new Random(SEED);
    for (int i = 0; i < 60; i++) {
      char[] units = new char[random.nextInt(300)];
      for (int j = 0; j < units.length; j++) {
        units[j] = (char) random.nextInt(random.nextBoolean() ? 128 : 1 << 16);
      }
      assertThat(explain(new String(units)).posts())
          .as("seed %d, post %d", SEED, i)
          .isBetween(0, 1);
    }
  }
}
