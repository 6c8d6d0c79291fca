package io.tocsin.scoring.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.scoring.lexicon.TextScanner.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LexiconReaderTest {
  private final LexiconReader reader = new LexiconReader();
  private final List<Lexicon> lexicons = reader.readAll();

  @Test
  void readsFourLanguages() {
    assertThat(lexicons).extracting(Lexicon::language).containsExactly("en", "de", "es", "fr");
  }

  @Test
  void everyEmojiAndEmoticonIsFoundInAText() {
    TextScanner scanner = new TextScanner(reader.emoticons());
    ScoringResource.forEachLine(
        "emoji.tsv",
        3,
        line -> {
          for (String form : line.forms(2)) {
            scanner.start("so " + form.toUpperCase(Locale.ROOT) + " ok", false);
            assertThat(scanner.next()).isEqualTo(Token.WORD);
            assertThat(scanner.next()).as(form).isEqualTo(Token.SYMBOL);
            assertThat(lexicons.get(0).find(scanner.symbolHash()))
                .as(form)
                .isNotEqualTo(HashIndex.ABSENT);
            assertThat(scanner.next()).as(form).isEqualTo(Token.WORD);
          }
        });
  }

  @Test
  void commonWordsWeighNothing() {
    for (Lexicon lexicon : lexicons) {
      assertThat(lexicon.find(WordHash.of("acme"))).isEqualTo(HashIndex.ABSENT);
      assertThat(lexicon.find(WordHash.EMPTY)).isEqualTo(HashIndex.ABSENT);
    }
  }

  @Test
  void everyRoleIsUsedInEveryLanguage() {
    for (Lexicon.Role role : Lexicon.Role.values()) {
      for (String language : List.of("en", "de", "es", "fr")) {
        if (role != Lexicon.Role.NONE) {
          assertThat(rolesOf(language)).contains(role.name().toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  private static String rolesOf(String language) {
    var roles = new ArrayList<String>();
    ScoringResource.forEachLine(
        "lexicon_" + language + ".tsv", 3, line -> roles.add(line.column(0)));
    return roles.stream().distinct().collect(Collectors.joining(" "));
  }
}
