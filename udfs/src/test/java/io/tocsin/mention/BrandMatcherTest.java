package io.tocsin.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandMatcherTest {
  private static final List<String> NONE = List.of();

  private final BrandMatcher matcher =
      new BrandMatcher(
          List.of(
              new BrandTerms(
                  "acme",
                  List.of("acme", "AcmeCare"),
                  List.of("acmefail"),
                  List.of("ACM"),
                  List.of("Acme", "acme mobile", "nestlé", "トヨタ", "McDonald's"),
                  NONE),
              new BrandTerms(
                  "apple", NONE, NONE, NONE, List.of("apple", "big apple"), List.of("apple pie")),
              new BrandTerms("telecom", NONE, NONE, List.of("T"), NONE, NONE)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme",
        "ACME is down",
        "Acme's app",
        "Acme’s app",
        "(acme)",
        "#Acme",
        "no signal @acme",
        "@ACMECARE: help",
        "#AcmeFail!",
        "$acm up",
        "ＡＣＭＥ",
        "acme\nmobile",
        "ac\u200Bme",
        "Nestle\u0301",
        "NESTLÉ",
        "トヨタの車",
        "見て@acme",
        "Acmeの携帯",
        "mcdonald’s",
        "🔥acme🔥",
        "https://acme.com/help",
      })
  void findsABrandHoweverItIsWritten(String text) {
    assertThat(matcher.match(MentionSamples.withText(text))).containsExactly("acme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "acmecorp",
        "@acmecorp",
        "my_acme",
        "#acmefailure",
        "acme2",
        "$TSLA",
        "US$T",
        "bob@acmecare.com",
        "nestle",
        "acmé",
        "T",
        "pineapple",
        "apples",
      })
  void findsNothingInsideOtherWords(String text) {
    assertThat(matcher.match(MentionSamples.withText(text))).isEmpty();
  }

  private static final BrandPart LEEDS = new BrandPart("corner", PartKind.LOCATION, "leeds");
  private static final BrandMatcher CHAIN =
      new BrandMatcher(
          List.of(
              new BrandTerms("acme", List.of("acme"), NONE, NONE, NONE, NONE),
              new BrandTerms(
                  "corner",
                  List.of("cornercoffee"),
                  NONE,
                  NONE,
                  List.of("corner coffee"),
                  NONE,
                  List.of(
                      new PartTerms(
                          PartKind.LOCATION,
                          "leeds",
                          List.of("cornerleeds"),
                          NONE,
                          List.of("leeds")),
                      new PartTerms(
                          PartKind.LOCATION, "york", List.of("corneryork"), NONE, List.of("york")),
                      new PartTerms(
                          PartKind.TOPIC,
                          "refunds",
                          NONE,
                          List.of("refund"),
                          List.of("refund"))))));

  @Test
  void findsAllBrandsSortedAndOnce() {
    assertThat(matcher.match(MentionSamples.withText("$T acme apple ACME $t")))
        .containsExactly("acme", "apple", "telecom");
  }

  @ParameterizedTest
  @CsvSource({
    "apple pie, false",
    "Apple  Pie!, false",
    "apple pie and apple, true",
    "apple and apple pie, true",
    "apple pies, true",
    "big apple pie, true",
    "apple pie apple pie, false",
  })
  void voidsAPhraseInsideAnExclusion(String text, boolean found) {
    assertThat(matcher.match(MentionSamples.withText(text)).contains("apple")).isEqualTo(found);
  }

  @Test
  void findsABrandByItsAddressees() {
    assertThat(matcher.match(MentionSamples.addressedTo("other", "ACMEcare")))
        .containsExactly("acme");
    assertThat(matcher.match(MentionSamples.addressedTo("acmecare2", "apple"))).isEmpty();
  }

  @Test
  void findsEveryBrandThatSharesATerm() {
    BrandMatcher shared =
        new BrandMatcher(
            List.of(
                new BrandTerms("b", List.of("help"), NONE, NONE, List.of("phone"), NONE),
                new BrandTerms("a", List.of("Help"), NONE, NONE, List.of("Phone"), NONE)));

    assertThat(shared.match(MentionSamples.withText("phone"))).containsExactly("a", "b");
    assertThat(shared.match(MentionSamples.withText("@help"))).containsExactly("a", "b");
    assertThat(shared.match(MentionSamples.addressedTo("help"))).containsExactly("a", "b");
  }

  @Test
  void anExclusionOfOneBrandDoesNotVoidThePhraseOfAnother() {
    BrandMatcher shared =
        new BrandMatcher(
            List.of(
                new BrandTerms("a", NONE, NONE, NONE, List.of("apple"), List.of("apple pie")),
                new BrandTerms("b", NONE, NONE, NONE, List.of("apple"), List.of("apple tree"))));

    assertThat(shared.match(MentionSamples.withText("apple pie"))).containsExactly("b");
  }

  @Test
  void addsUpTheEntriesOfOneBrand() {
    BrandMatcher twice =
        new BrandMatcher(
            List.of(
                new BrandTerms("a", NONE, NONE, NONE, List.of("one"), NONE),
                new BrandTerms("a", NONE, NONE, NONE, List.of("two"), NONE)));

    assertThat(twice.match(MentionSamples.withText("one two"))).containsExactly("a");
  }

  @Test
  void worksWithoutTerms() {
    assertThat(new BrandMatcher(List.of()).match(MentionSamples.withText("acme"))).isEmpty();
    BrandMatcher empty =
        new BrandMatcher(List.of(new BrandTerms("a", NONE, NONE, NONE, NONE, NONE)));
    assertThat(empty.match(MentionSamples.addressedTo("a"))).isEmpty();
  }

  @Test
  void refusesAnEmptyTerm() {
    assertThatThrownBy(
            () ->
                new BrandMatcher(
                    List.of(new BrandTerms("acme", NONE, NONE, NONE, List.of(" "), NONE))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("brand acme");
  }

  @Test
  void remembersNothingFromTheTextBefore() {
    matcher.match(MentionSamples.withText("acme " + "apple pie ".repeat(1_000)));

    assertThat(matcher.match(MentionSamples.withText("apple"))).containsExactly("apple");
    assertThat(matcher.match(MentionSamples.withText("nothing"))).isEmpty();
  }

  @Test
  void aPostToALocationsAccountIsOfTheLocationAndTheBrand() {
    Match match = CHAIN.find(MentionSamples.withText("the queue at @CornerLeeds never ends"));

    assertThat(match.brands()).containsExactly("corner");
    assertThat(match.parts()).containsExactly(LEEDS);
    assertThat(CHAIN.find(MentionSamples.addressedTo("cornerleeds")).parts())
        .containsExactly(LEEDS);
  }

  @Test
  void theNameOfAPlaceCountsOnlyWhereTheBrandIsNamed() {
    assertThat(CHAIN.find(MentionSamples.withText("rain in leeds, refund my summer")))
        .isEqualTo(Match.NONE);
    assertThat(CHAIN.find(MentionSamples.withText("no refund in Leeds, Corner Coffee!")).parts())
        .containsExactly(LEEDS, new BrandPart("corner", PartKind.TOPIC, "refunds"));
  }

  @Test
  void aPlaceOfOneBrandIsNoPlaceOfAnother() {
    Match match = CHAIN.find(MentionSamples.withText("leeds: corner coffee or @acme?"));

    assertThat(match.brands()).containsExactly("acme", "corner");
    assertThat(match.parts()).containsExactly(LEEDS);
    assertThat(CHAIN.find(MentionSamples.withText("@acme in leeds")).parts()).isEmpty();
  }

  @Test
  void findsWhatRegularExpressionsFind() {
    String[] letters = {
      "a", "b", "A", "B", "é", "É", " ", "  ", "\t", "@a", "#a", "$a", "'", "’", "の", "_", "1", "."
    };
    findsWhatRegularExpressionsFind(20_260_303L, letters, 3);
  }

  @Test
  void findsWhatRegularExpressionsFindInTextsOfMostlyTheSameWords() {
    String[] words = {
      "to ", "the ", "THE ", " of", " of ", "bank ", "bank", " ", "-", "&", "'s ", "@", "#", "$",
      "e\u0301", "é", "株", "日本", "가", "ไทย", "🔥", "🔥🔥", "!", "\u200B", "\uFE0F", "ＴＨＥ ", "."
    };
    findsWhatRegularExpressionsFind(20_261_124L, words, 6);
  }

  private static void findsWhatRegularExpressionsFind(long seed, String[] pieces, int longest) {
    Random random = new Random(seed);
    int matched = 0;
    int texts = 0;
    for (int round = 0; round < 300; round++) {
      List<BrandTerms> brands = randomBrands(random, pieces, longest);
      BrandMatcher fast = new BrandMatcher(brands);
      NaiveBrandMatcher naive = new NaiveBrandMatcher(brands);
      for (int i = 0; i < 20; i++) {
        Mention mention = randomMention(random, pieces);
        List<String> expected = naive.match(mention);
        matched += expected.isEmpty() ? 0 : 1;
        texts++;

        assertThat(fast.find(mention))
            .as("seed %d, round %d, %s in '%s'", seed, round, brands, mention.text())
            .isEqualTo(new Match(expected, naive.parts(mention)));
      }
    }
    assertThat(matched).as("seed %d", seed).isBetween(texts / 12, texts - texts / 12);
  }

  private static Mention randomMention(Random random, String[] pieces) {
    return random.nextInt(10) == 0
        ? MentionSamples.addressedTo(term(random, pieces, 2), term(random, pieces, 2))
        : MentionSamples.withText(pieces(random, pieces, 30));
  }

  private static List<BrandTerms> randomBrands(Random random, String[] pieces, int longest) {
    List<BrandTerms> brands = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      brands.add(
          new BrandTerms(
              "brand" + i,
              terms(random, pieces, 1, 2),
              terms(random, pieces, 1, 2),
              terms(random, pieces, 1, 2),
              terms(random, pieces, 2, longest),
              terms(random, pieces, 3, longest),
              List.of(
                  part(PartKind.LOCATION, "one", random, pieces, longest),
                  part(PartKind.LOCATION, "two", random, pieces, longest),
                  part(PartKind.TOPIC, "one", random, pieces, longest))));
    }
    return brands;
  }

  private static PartTerms part(
      PartKind kind, String key, Random random, String[] pieces, int longest) {
    return new PartTerms(
        kind,
        key,
        random.nextInt(4) == 0 ? terms(random, pieces, 1, 2) : List.of(),
        terms(random, pieces, 1, 2),
        terms(random, pieces, 2, longest));
  }

  private static List<String> terms(Random random, String[] pieces, int most, int longest) {
    List<String> terms = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      terms.add(term(random, pieces, longest));
    }
    return terms;
  }

  /** One or more pieces; never nothing but what folding leaves out. */
  private static String term(Random random, String[] pieces, int longest) {
    String term = "";
    while (NaiveBrandMatcher.plain(term).isBlank()) {
      term = pieces(random, pieces, longest).strip();
    }
    return term;
  }

  private static String pieces(Random random, String[] pieces, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }
}
