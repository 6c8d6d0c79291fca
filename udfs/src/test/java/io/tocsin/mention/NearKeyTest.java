package io.tocsin.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearKeyTest {
  private static final String ORIGINAL = "No signal since 9 in Leeds, don't they care about us? 😡";

  private final NormalisedText normalised = new NormalisedText();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RT @jo: No signal since 9 in Leeds, don't they care about us? 😡",
        "No signal since 11 in Leeds, don't they care about us? 😡😡😡👍",
        "NO signal since in Leeds don’t they care about us #acme #fail $ACM https://t.co/1",
        "#東京 No signal since 9am in Leeds, don't they care about us?",
      })
  void copiesWithOtherNumbersTagsAndPicturesShareIt(String copy) {
    assertThat(nearKey(copy)).isEqualTo(nearKey(ORIGINAL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Signal is back in Leeds, they care about us after all! 😡",
        "No 9 in Leeds, us they don't care signal about since? 😡",
      })
  void otherWordsAndOtherOrderDoNot(String other) {
    assertThat(nearKey(other)).isNotEqualTo(nearKey(ORIGINAL));
  }

  @ParameterizedTest
  @CsvSource({"$AAPL, $GOOG", "lol, lol 2", "acme is down, acme is down 😡", "#a #b, #a #c"})
  void shortTextsAreNearNothingButTheirCopies(String one, String other) {
    assertThat(nearKey(one)).isNotEqualTo(nearKey(other)).isEqualTo(nearKey(one + "!"));
    normalised.read(one);
    assertThat(normalised.nearKey()).isEqualTo(normalised.hash());
  }

  @Test
  void aTextDoesNotDependOnTheOneBefore() {
    long alone = nearKey(ORIGINAL);
    nearKey("something else that was read before this one");

    assertThat(nearKey(ORIGINAL)).isEqualTo(alone);
  }

  @Test
  void neighboursInScriptsWithoutSpacesCount() {
    assertThat(nearKey("昨日から電波がない 5")).isEqualTo(nearKey("昨日から電波がない 6"));
    assertThat(nearKey("昨日から電波がない")).isNotEqualTo(nearKey("電波がない昨日から"));
  }

  @Test
  void mostCopiesWithTheLastWordChangedShareIt() {
    long seed = 20_261_124L;
    Random random = new Random(seed);
    int shared = 0;
    for (int i = 0; i < 2_000; i++) {
      List<String> words = words(random, 20);
      long original = nearKey(String.join(" ", words));
      words.set(19, "changed" + (char) ('a' + i % 26));
      shared += nearKey(String.join(" ", words)) == original ? 1 : 0;
    }
    // Jaccard similarity over pairs is 18 / 20, and two hashes must agree.
    assertThat(shared / 2_000.0).as("seed %d", seed).isBetween(0.76, 0.86);
  }

  @Test
  void aFloodWithAChangedWordCollapsesAndAStormOfPeopleDoesNot() {
    long seed = 20_261_125L;
    Random random = new Random(seed);
    List<String> template = words(random, 20);
    Set<Long> flood = new HashSet<>();
    Set<Long> storm = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      List<String> variation = new ArrayList<>(template);
      variation.set(random.nextInt(20), word(random));
      flood.add(nearKey(String.join(" ", variation)));
      List<String> own = words(random, 12);
      own.addAll(random.nextInt(own.size()), List.of("acme", "is", "down", "again"));
      storm.add(nearKey(String.join(" ", own)));
    }
    assertThat(flood).as("seed %d", seed).hasSizeLessThan(150);
    assertThat(storm).as("seed %d", seed).hasSizeGreaterThan(450);
  }

  private long nearKey(String text) {
    normalised.read(text);
    return normalised.nearKey();
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(word(random));
    }
    return words;
  }

  private static String word(Random random) {
    return random.ints(3, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
  }
}
