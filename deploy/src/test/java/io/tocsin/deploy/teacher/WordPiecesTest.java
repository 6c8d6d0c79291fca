package io.tocsin.deploy.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
  private static final List<String> PIECES =
      List.of(
          "[CLS]", "[SEP]", "[UNK]", "no", "net", "##work", "##s", "cafe", "!", "'", "中", "文", "$",
          "##w", "σ", "work");
  private static final int MOST = 20;

  private final WordPieces wordPieces = new WordPieces(numbered(PIECES));

  private static Map<String, Integer> numbered(List<String> pieces) {
    Map<String, Integer> numbers = new HashMap<>();
    pieces.forEach(piece -> numbers.put(piece, numbers.size()));
    return numbers;
  }

  private List<String> cut(String text) {
    return cut(text, MOST);
  }

  private List<String> cut(String text, int most) {
    List<String> pieces = new ArrayList<>();
    for (long number : wordPieces.cut(text, most)) {
      pieces.add(PIECES.get((int) number));
    }
    return pieces;
  }

  @Test
  void takesTheLongestKnownPieceFromTheLeft() {
    assertThat(cut("no networks")).containsExactly("[CLS]", "no", "net", "##work", "##s", "[SEP]");
  }

  @Test
  void seesNeitherCaseNorAccents() {
    assertThat(cut("NO Café")).containsExactly("[CLS]", "no", "cafe", "[SEP]");
    assertThat(cut("Σ")).as("whatever its place in the word").isEqualTo(cut("σ"));
  }

  @Test
  void setsMarksAndChineseCharactersApart() {
    assertThat(cut("no!no'中文$"))
        .containsExactly("[CLS]", "no", "!", "no", "'", "中", "文", "$", "[SEP]");
  }

  @Test
  void callsAWordUnknownWhereAnyPartIs() {
    assertThat(cut("netx no")).containsExactly("[CLS]", "[UNK]", "no", "[SEP]");
    assertThat(cut("net" + "s".repeat(97))).contains("net").hasSize(MOST);
    assertThat(cut("net" + "s".repeat(98))).containsExactly("[CLS]", "[UNK]", "[SEP]");
  }

  @Test
  void leavesOutWhatNobodySees() {
    assertThat(cut("n\u0000o\u200B\uFFFD \t\r\n no\uD800"))
        .containsExactly("[CLS]", "no", "no", "[SEP]");
    assertThat(cut("")).containsExactly("[CLS]", "[SEP]");
  }

  @Test
  void cutsALongTextAndStillMarksItsEnd() {
    assertThat(cut("no ".repeat(500), 4)).containsExactly("[CLS]", "no", "no", "[SEP]");
  }

  @Test
  void needsTheSpecialPieces() {
    Map<String, Integer> vocabulary = Map.of("[CLS]", 0, "[UNK]", 1);
    assertThatThrownBy(() -> new WordPieces(vocabulary)).hasMessage("the vocabulary has no [SEP]");
  }
}
