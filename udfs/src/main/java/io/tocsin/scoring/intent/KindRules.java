package io.tocsin.scoring.intent;

import io.tocsin.scoring.linear.TextFeatures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which kinds the words of a text tell, by the list that stands beside this class. No data is
 * labelled with these kinds, so there is nothing to learn them from; a plan adds words of its own.
 */
public final class KindRules {
  private static final String FILE = "intent_words.tsv";
  private static final String ANY_LANGUAGE = "*";
  private static final int COLUMNS = 3;

  private final PhraseTable anyLanguage = new PhraseTable();
  private final Map<String, PhraseTable> byLanguage = new HashMap<>();

  private KindRules() {}

  /** The rules that ship with Tocsin. */
  public static KindRules shipped() {
    KindRules rules = new KindRules();
    try (InputStream in = KindRules.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + FILE);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(rules::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    rules.byLanguage.values().forEach(table -> table.addAll(rules.anyLanguage));
    return rules;
  }

  /**
   * The kinds that the words tell.
   *
   * @param language ISO 639-1 code; null where it is unknown
   */
  public Set<IntentKind> kinds(TextFeatures features, @Nullable String language) {
    Set<IntentKind> kinds = EnumSet.noneOf(IntentKind.class);
    int told = told(features, language);
    for (IntentKind kind : IntentKind.values()) {
      if ((told & kind.bit()) != 0) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /** The same as bits. */
  int told(TextFeatures features, @Nullable String language) {
    return byLanguage.getOrDefault(language, anyLanguage).toldBy(features.words());
  }

  private void add(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalStateException(FILE + ": " + COLUMNS + " columns expected: '" + line + "'");
    }
    PhraseTable table =
        columns[0].equals(ANY_LANGUAGE)
            ? anyLanguage
            : byLanguage.computeIfAbsent(columns[0], language -> new PhraseTable());
    String name = columns[1].toUpperCase(Locale.ROOT).replace('-', '_');
    table.add(columns[2], IntentKind.valueOf(name).bit());
  }
}
