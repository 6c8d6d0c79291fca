package io.tocsin.deploy.firehose.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.tocsin.deploy.firehose.chance.Chance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The sentences of every language and trade. Safe to share between threads once it is read. */
public final class Phrasebook {
  private final Map<Language, Map<Trade, Grammar>> grammars = new EnumMap<>(Language.class);

  /** Reads the grammars that stand beside this class. */
  public Phrasebook() {
    for (Language language : Language.values()) {
      grammars.put(language, grammarsOf(language));
    }
  }

  /** Appends one text, typed in somebody's habit. */
  public void say(Utterance what, Habit habit, Chance chance, Speaker speaker, StringBuilder out) {
    Map<Trade, Grammar> byTrade = requireNonNull(grammars.get(what.language()));
    Grammar grammar = requireNonNull(byTrade.get(what.trade()));
    grammar.say(what.topic().rule(what.intent()), chance, speaker, out);
    habit.apply(out);
  }

  private static Map<Trade, Grammar> grammarsOf(Language language) {
    String file = language.tag() + ".grammar";
    List<String> lines = read(file);
    Map<Trade, Grammar> byTrade = new EnumMap<>(Trade.class);
    for (Trade trade : Trade.values()) {
      byTrade.put(trade, Grammar.parse(file, lines, trade));
    }
    return byTrade;
  }

  private static List<String> read(String file) {
    try (InputStream in = Phrasebook.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + file);
      }
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable on the class path: " + file, e);
    }
  }
}
