package io.tocsin.deploy.firehose.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.firehose.chance.Chance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasebookTest {
  private static final Phrasebook PHRASEBOOK = new Phrasebook();
  private static final Speaker SPEAKER = (slot, out) -> out.append('<').append(slot).append('>');
  private static final String BRAND = "<BRAND>";
  private static final int DRAWS = 200;
  private static final int LONGEST = 280;

  @ParameterizedTest
  @EnumSource
  void namesTheBrandWhereverOneIsMeant(Language language) {
    for (Topic topic : List.of(Topic.TALK, Topic.OUTAGE, Topic.JOY, Topic.SPAM)) {
      assertThat(said(language, topic))
          .allSatisfy(text -> assertThat(text).contains(BRAND).hasSizeLessThan(LONGEST));
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesNoBrandInNoise(Language language) {
    assertThat(said(language, Topic.NOISE))
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain(BRAND));
  }

  @ParameterizedTest
  @EnumSource
  void endsEveryBaitWithItsLink(Language language) {
    assertThat(said(language, Topic.SPAM)).allSatisfy(text -> assertThat(text).endsWith("<LINK>"));
  }

  /** Texts of every trade and intent. */
  private static List<String> said(Language language, Topic topic) {
    Chance chance = new Chance(3);
    List<String> texts = new ArrayList<>();
    for (Trade trade : Trade.values()) {
      for (Intent intent : Intent.values()) {
        for (int i = 0; i < DRAWS; i++) {
          StringBuilder out = new StringBuilder();
          Utterance what = new Utterance(language, trade, topic, intent);
          PHRASEBOOK.say(what, Habit.HASTY, chance, SPEAKER, out);
          texts.add(out.toString());
        }
      }
    }
    return texts;
  }
}
