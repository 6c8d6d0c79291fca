package io.tocsin.deploy.explain;

import static io.tocsin.deploy.explain.NameKind.ORGANISATION;
import static io.tocsin.deploy.explain.NameKind.PERSON;
import static io.tocsin.deploy.explain.NameKind.PLACE;
import static io.tocsin.deploy.explain.NameKind.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameFinderTest {
  private final NameFinder finder = new NameFinder("acme");

  private List<FoundName> namesIn(String tagged) {
    return finder.in(Words.sentence(tagged));
  }

  @Test
  void joinsTheWordsOfOneName() {
    assertThat(namesIn("Ana/NNP/PERSON Sousa/NNP/PERSON left/VBD Porto/NNP/PLACE"))
        .extracting(FoundName::kind, FoundName::text)
        .containsExactly(tuple(PERSON, "Ana Sousa"), tuple(PLACE, "Porto"));
  }

  @Test
  void leavesTheBrandItselfOut() {
    assertThat(namesIn("Acme/NNP/ORG and/CC Globex/NNP/ORG"))
        .extracting(FoundName::text)
        .containsExactly("Globex");
  }

  @Test
  void takesANameWithAModelNumberForAProduct() {
    assertThat(namesIn("Globex/NNP/ORG Galaxy/NNP S5/NNP broke/VBD"))
        .extracting(FoundName::kind, FoundName::text)
        .containsExactly(tuple(ORGANISATION, "Globex"), tuple(PRODUCT, "Galaxy S5"));
    assertThat(namesIn("Panes/NNP/PRODUCT 10/CD/PRODUCT crashed/VBD"))
        .extracting(FoundName::text)
        .containsExactly("Panes 10");
  }

  @Test
  void takesWhatSomebodyHasOrBuysForAProduct() {
    assertThat(namesIn("my/PRP$ Kindle/NNP and/CC the/DT new/JJ Surface/NNP"))
        .extracting(FoundName::text)
        .containsExactly("Kindle", "Surface");
  }

  @Test
  void takesNoOtherNameForAProduct() {
    assertThat(namesIn("happy/JJ Halloween/NNP/PRODUCT everybody/NN")).isEmpty();
    assertThat(namesIn("my/PRP$ network/NN is/VBZ down/RB")).isEmpty();
    assertThat(namesIn("my/PRP$ bro/NNP left/VBD")).isEmpty();
  }

  @Test
  void neverNamesAnAccountOrANumber() {
    assertThat(namesIn("@mara_k/NNP/PERSON paid/VBD 500/CD/ORG")).isEmpty();
  }

  @Test
  void takesNoWordOfAHeadlineForAProduct() {
    assertThat(namesIn("Globex/NNP/ORG S5/NNP Sales/NNS Of/IN The/DT Year/NN Fall/VBP"))
        .extracting(FoundName::text)
        .containsExactly("Globex");
  }

  @Test
  void takesNoDayForAName() {
    assertThat(namesIn("our/PRP$ Friday/NNP")).isEmpty();
  }
}
