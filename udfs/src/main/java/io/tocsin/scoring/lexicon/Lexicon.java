package io.tocsin.scoring.lexicon;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of one language that carry a feeling or turn one, found by hash. Read-only once it is
 * built; {@link LexiconReader} builds it.
 */
final class Lexicon {
  /** What a word does to a text. */
  enum Role {
    /** Nothing by itself: the first word of a phrase. */
    NONE,
    /** It weighs, from -4 (hostile, ruinous) to 4 (delighted). */
    VALENCE,
    /** It turns the next words round. */
    NEGATOR,
    /** It multiplies the next words by its strength: above 1 louder, below 1 softer. */
    INTENSIFIER,
    /** A curse: weighs on its own, but only makes louder what it stands before. */
    EXPLETIVE,
    /** What follows counts more than what came before. */
    CONTRAST
  }

  private record Entry(Role role, double strength, boolean startsPhrase) {}

  private final String language;
  private final boolean cutsAtApostrophes;
  private final HashIndex words = new HashIndex();
  private final HashIndex phrases = new HashIndex();
  private final List<Entry> entries = new ArrayList<>();

  Lexicon(String language, boolean cutsAtApostrophes) {
    this.language = language;
    this.cutsAtApostrophes = cutsAtApostrophes;
  }

  /** ISO 639-1 code. */
  String language() {
    return language;
  }

  /** Whether an apostrophe ends a word in this language. */
  boolean cutsAtApostrophes() {
    return cutsAtApostrophes;
  }

  /** The entry of a word or symbol, or {@link HashIndex#ABSENT}. */
  int find(long hash) {
    return words.find(hash);
  }

  /** The entry of two words in this order, or {@link HashIndex#ABSENT}. */
  int findPhrase(long first, long second) {
    return phrases.find(WordHash.ofPair(first, second));
  }

  Role role(int entry) {
    return entries.get(entry).role();
  }

  /** Valence or factor, see {@link Role}. */
  double strength(int entry) {
    return entries.get(entry).strength();
  }

  /** Whether a phrase begins with this word. */
  boolean startsPhrase(int entry) {
    return entries.get(entry).startsPhrase();
  }

  /**
   * Adds a word or a symbol.
   *
   * @return whether it is new
   */
  boolean addWord(long hash, Role role, double strength) {
    int known = words.find(hash);
    if (known == HashIndex.ABSENT) {
      words.add(hash, add(role, strength, false));
      return true;
    }
    if (role(known) != Role.NONE) {
      return false;
    }
    entries.set(known, new Entry(role, strength, true));
    return true;
  }

  /**
   * Adds a phrase of two words.
   *
   * @return whether it is new
   */
  boolean addPhrase(long first, long second, Role role, double strength) {
    if (findPhrase(first, second) != HashIndex.ABSENT) {
      return false;
    }
    markPhraseStart(first);
    phrases.add(WordHash.ofPair(first, second), add(role, strength, false));
    return true;
  }

  private void markPhraseStart(long first) {
    int known = words.find(first);
    if (known == HashIndex.ABSENT) {
      words.add(first, add(Role.NONE, 0, true));
    } else {
      entries.set(known, new Entry(role(known), strength(known), true));
    }
  }

  private int add(Role role, double strength, boolean startsPhrase) {
    entries.add(new Entry(role, strength, startsPhrase));
    return entries.size() - 1;
  }
}
