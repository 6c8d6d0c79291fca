package io.tocsin.scoring.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.scoring.lexicon.TextScanner.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextScannerTest {
  private static final int ROUNDS = 10_000;
  private static final Map<Long, String> KNOWN =
      Stream.of(
              "epic",
              "fail",
              "can't",
              "can",
              "n",
              "est",
              "t",
              "bad",
              "baad",
              "f*ck",
              "good",
              "ios",
              "acme",
              "über",
              "ok",
              "1000",
              ":)",
              ":d",
              "\ud83d\ude21")
          .collect(Collectors.toMap(WordHash::of, Function.identity()));

  private final TextScanner scanner = new TextScanner(emoticons());

  @Test
  void wordsAreFoldedAndHandlesVanish() {
    assertThat(read("@some.one ACME Über", false)).containsExactly("acme", "über");
  }

  @Test
  void hashtagsAreCutWhereTheirCaseChanges() {
    assertThat(read("#EpicFail #FAIL EpicFail", false))
        .containsExactly("epic", "fail", "fail", "?");
  }

  @Test
  void anApostropheEndsAWordOnlyWhereTheLanguageSaysSo() {
    assertThat(read("can't can\u2019t", false)).containsExactly("can't", "can't");
    assertThat(read("n'est", true)).containsExactly("n", "est");
    assertThat(read("'good'", false)).containsExactly("good");
  }

  @Test
  void drawnOutLettersAreCutToTwoAndToOne() {
    scanner.start("baaaaad", false);
    assertThat(scanner.next()).isEqualTo(Token.WORD);
    assertThat(scanner.word().isDrawnOut()).isTrue();
    assertThat(KNOWN.get(scanner.word().hash())).isEqualTo("baad");
    assertThat(KNOWN.get(scanner.word().undrawnHash())).isEqualTo("bad");
  }

  @Test
  void digitsAreNotDrawnOut() {
    assertThat(read("1000", false)).containsExactly("1000");
  }

  @Test
  void linksAreOneToken() {
    assertThat(read("ok https://fail.example/:)#bad www.bad.example ok", false))
        .containsExactly("ok", "LINK", "LINK", "ok");
  }

  @Test
  void emoticonsAreNotSeenInsideWords() {
    assertThat(read("ok:) :D ok:done", false))
        .containsExactly("ok", ":)", ":d", "ok", "STOP:", "?");
  }

  @Test
  void skinTonesAndVariationsAreNotTokens() {
    assertThat(read("\ud83d\ude21\ud83c\udffd\ufe0f\u200dok", false))
        .containsExactly("\ud83d\ude21", "ok");
  }

  @Test
  void maskedCursesAreOneWord() {
    assertThat(read("F*CK *good*", false)).containsExactly("f*ck", "good");
  }

  @Test
  void zeroWidthCharactersHideNothing() {
    assertThat(read("b\u200ba\u00add", false)).containsExactly("bad");
  }

  @Test
  void everyTextComesToAnEnd() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      String text = RandomText.from(new SplittableRandom(seed));
      scanner.start(text, seed % 2 == 0);
      int tokens = 0;
      while (scanner.next() != Token.END) {
        tokens++;
        assertThat(tokens).as("seed %d", seed).isLessThanOrEqualTo(text.length());
      }
    }
  }

  private List<String> read(String text, boolean cutsAtApostrophes) {
    List<String> tokens = new ArrayList<>();
    scanner.start(text, cutsAtApostrophes);
    for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
      tokens.add(
          switch (token) {
            case WORD -> KNOWN.getOrDefault(scanner.word().hash(), "?");
            case SYMBOL -> KNOWN.getOrDefault(scanner.symbolHash(), "?");
            case STOP -> "STOP" + scanner.mark();
            case LINK, END -> token.name();
          });
    }
    return tokens;
  }

  private static HashIndex emoticons() {
    HashIndex emoticons = new HashIndex();
    emoticons.add(WordHash.of(":)"), 0);
    emoticons.add(WordHash.of(":d"), 0);
    return emoticons;
  }
}
