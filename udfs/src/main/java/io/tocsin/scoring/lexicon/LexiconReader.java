package io.tocsin.scoring.lexicon;

import io.tocsin.scoring.lexicon.Lexicon.Role;
import io.tocsin.scoring.lexicon.TextScanner.Token;
import java.util.List;
import java.util.Locale;

/**
 * Reads the lexicons that ship with Tocsin. A line is {@code role TAB strength TAB forms}: forms
 * are separated by spaces, {@code _} joins the two words of a phrase.
 */
final class LexiconReader {
  private static final int ROLE = 0;
  private static final int STRENGTH = 1;
  private static final int FORMS = 2;
  private static final int COLUMNS = 3;
  private static final double STRONGEST = 4;

  private final HashIndex emoticons = new HashIndex();
  private final TextScanner scanner = new TextScanner(emoticons);

  /** The lexicons of English, German, Spanish and French. */
  List<Lexicon> readAll() {
    return List.of(read("en", false), read("de", false), read("es", false), read("fr", true));
  }

  /** The emoticons of the lexicons that were read, for a scanner of texts. */
  HashIndex emoticons() {
    return emoticons;
  }

  private Lexicon read(String language, boolean cutsAtApostrophes) {
    Lexicon lexicon = new Lexicon(language, cutsAtApostrophes);
    ScoringResource.forEachLine(
        "lexicon_" + language + ".tsv", COLUMNS, line -> addForms(lexicon, line));
    ScoringResource.forEachLine("emoji.tsv", COLUMNS, line -> addSymbols(lexicon, line));
    return lexicon;
  }

  private void addForms(Lexicon lexicon, ScoringResource.Line line) {
    for (String form : line.forms(FORMS)) {
      scanner.start(form.replace('_', ' '), lexicon.cutsAtApostrophes());
      line.require(scanner.next() == Token.WORD, "no word", form);
      long first = scanner.word().hash();
      boolean added;
      if (scanner.next() == Token.END) {
        added = lexicon.addWord(first, role(line), strength(line));
      } else {
        added = lexicon.addPhrase(first, scanner.word().hash(), role(line), strength(line));
        line.require(scanner.next() == Token.END, "more than two words", form);
      }
      line.require(added, "stands here already", form);
    }
  }

  private void addSymbols(Lexicon lexicon, ScoringResource.Line line) {
    for (String form : line.forms(FORMS)) {
      long hash = WordHash.of(form);
      line.require(lexicon.addWord(hash, role(line), strength(line)), "stands here already", form);
      if (emoticons.find(hash) == HashIndex.ABSENT) {
        emoticons.add(hash, 0);
      }
    }
  }

  private static Role role(ScoringResource.Line line) {
    return Role.valueOf(line.column(ROLE).toUpperCase(Locale.ROOT));
  }

  private static double strength(ScoringResource.Line line) {
    double strength = Double.parseDouble(line.column(STRENGTH));
    line.require(Math.abs(strength) <= STRONGEST, "beyond 4", line.column(STRENGTH));
    return strength;
  }
}
