package io.tocsin.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisedTextTest {
  private static final String ORIGINAL =
      "No signal since 9 in #London, $ACM! Don't they care? 😡👍";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RT @jo: No signal since 9 in #London, $ACM! Don't they care? 😡👍",
        "rt @jo_99 No signal since 9 in #London, $ACM! Don't they care? 😡👍",
        "MT @jo: No signal since 9 in #London, $ACM! Don't they care? 😡👍",
        "RT @jo: RT @al: No signal since 9 in #London, $ACM! Don't they care? 😡👍",
        "No signal since 9 in #London, $ACM! Don't they care? 😡👍 via @jo",
        "No signal since 9 in #London, $ACM! Don't they care? 😡👍 https://t.co/abc?d=1",
        "No signal https://x.com/1 since 9 in #London, $ACM! Don't they care? 😡👍",
        "No signal since 9 in #London, $ACM! Don't they care? 😡👍 pic.twitter.com/abc www.a.b",
        "@acme @jo@mastodon.social @al.bsky.social No signal since 9 in #London, $ACM! Don't they care? 😡👍",
        "NO SIGNAL since 9 in #LONDON, $acm! DON’T they care??? 😡👍",
        "no  signal\nsince 9 in london acm dont they care😡 👍",
        "\"No signal since 9 in #London, $ACM! Don't they care? 😡👍\"",
        "No signal since 9 in #London, $ACM! Don't they care? 😡👍🏽",
        "No signal since 9 in #London, $ACM! Don't they care? 😡\uFE0F👍\uFE0F",
        "Ｎｏ signal since 9 in #London, $ACM! Don't they care? 😡👍",
      })
  void knowsACopyAgain(String copy) {
    assertThat(hash(copy)).isEqualTo(hash(ORIGINAL));
  }

  @ParameterizedTest
  @CsvSource({
    "no signal, no signals",
    "no signal, signal no",
    "no signal, nosignal",
    "now here, nowhere",
    "up 5, up 50",
    "😡, 😍",
    "ok 😡, ok",
    "smart @jo, art @jo",
    "RT if you agree, if you agree",
    "via rail, rail",
    "#acme is down, #other is down",
    "bob@acme.com, bob",
    "東京, 京東",
  })
  void tellsDifferentTextsApart(String one, String other) {
    assertThat(hash(one)).isNotEqualTo(hash(other));
  }

  @ParameterizedTest
  @CsvSource({
    "見てhttps://t.co/1, 見てhttps://t.co/2",
    "見て@acmeの, 見て@otherの",
    "\"https://t.co/1、次\", \"https://t.co/2、次\"",
    "RT @jo： 東京, 東京",
  })
  void findsLinksAndHandlesBetweenLettersWithoutSpaces(String one, String other) {
    assertThat(hash(one)).isEqualTo(hash(other));
  }

  @Test
  void keepsPostsOfOnlyALinkApart() {
    assertThat(hash("@acme https://t.co/1"))
        .isEqualTo(hash("@acme https://t.co/1"))
        .isNotEqualTo(hash("@acme https://t.co/2"));
    assertThat(hash("")).isNotEqualTo(hash("..."));
  }

  @Test
  void ornamentsNeverChangeTheHashOfRandomTexts() {
    long seed = 20_260_304L;
    Random random = new Random(seed);
    String[] ornaments = {"https://t.co/%d", "@user%d", "RT @user%d:", "via @user%d", "...", "!!"};
    for (int i = 0; i < 2_000; i++) {
      List<String> words = words(random, 1 + random.nextInt(20));
      long expected = hash(String.join(" ", words));
      for (int k = random.nextInt(5); k > 0; k--) {
        String ornament = ornaments[random.nextInt(ornaments.length)];
        words.add(random.nextInt(words.size() + 1), ornament.formatted(random.nextInt(1000)));
      }
      String ornate = String.join("  ", words);

      assertThat(hash(ornate)).as("seed %d: %s", seed, ornate).isEqualTo(expected);
    }
  }

  @Test
  void spreadsDistinctTextsOverDistinctHashes() {
    long seed = 20_260_305L;
    Random random = new Random(seed);
    Map<Long, String> textByHash = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      String text = String.join(" ", words(random, 4)) + i;
      assertThat(textByHash.put(hash(text), text)).as("seed %d: %s", seed, text).isNull();
    }
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("#w" + random.nextInt(500));
    }
    return words;
  }

  private static long hash(String text) {
    NormalisedText normalised = new NormalisedText();
    normalised.read(text);
    return normalised.hash();
  }
}
