package io.tocsin.deploy.firehose.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.deploy.firehose.chance.Chance;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasebookTest {
  private static final Phrasebook PHRASEBOOK = new Phrasebook();
  private static final Speaker SPEAKER = (slot, out) -> out.append('<').append(slot).append('>');
  private static final String BRAND = "<BRAND>";
  private static final int DRAWS = 200;
  private static final int LONGEST = 280;

  @ParameterizedTest
  @MethodSource("everything")
  void namesTheBrandWhereverOneIsMeant(Utterance what) {
    Chance chance = new Chance(3);
    for (int i = 0; i < DRAWS; i++) {
      String text = say(what, chance);

      assertThat(text).isNotBlank().hasSizeLessThan(LONGEST);
      if (what.topic() == Topic.NOISE) {
        assertThat(text).doesNotContain(BRAND);
      } else {
        assertThat(text).contains(BRAND);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void endsEveryBaitWithItsLink(Utterance what) {
    if (what.topic() == Topic.SPAM) {
      assertThat(say(what, new Chance(4))).endsWith("<LINK>");
    }
  }

  static Stream<Utterance> everything() {
    return Arrays.stream(Language.values())
        .flatMap(
            language ->
                Arrays.stream(Trade.values())
                    .flatMap(
                        trade ->
                            Arrays.stream(Topic.values())
                                .flatMap(
                                    topic ->
                                        Arrays.stream(Intent.values())
                                            .map(
                                                intent ->
                                                    new Utterance(
                                                        language, trade, topic, intent)))));
  }

  private static String say(Utterance what, Chance chance) {
    StringBuilder out = new StringBuilder();
    PHRASEBOOK.say(what, Habit.HASTY, chance, SPEAKER, out);
    return out.toString();
  }
}
