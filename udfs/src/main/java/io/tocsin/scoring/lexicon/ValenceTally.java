package io.tocsin.scoring.lexicon;

import io.tocsin.scoring.lexicon.Lexicon.Role;

/**
 * Adds up what the words of one text weigh, praise and blame apart: a text that praises and curses
 * is not one that says nothing. A word is settled when the next one is known, because the next may
 * make a phrase of it, or make a curse an intensifier.
 */
final class ValenceTally {
  // Spans hold the word that opens them.
  private static final int NEGATION_SPAN_WORDS = 1 + 3;
  private static final int INTENSIFIER_SPAN_WORDS = 1 + 2;
  private static final double NEGATED_PRAISE = -0.8;
  private static final double NEGATED_BLAME = -0.3;
  private static final double EXPLETIVE_FACTOR = 1.3;
  private static final double DRAWN_OUT_FACTOR = 1.25;
  private static final double SHOUTED_EXTRA = 0.25;
  private static final double BEFORE_CONTRAST_FACTOR = 0.6;
  private static final double REPEATED_SYMBOL_FACTOR = 0.3;
  private static final int MOST_EXCLAMATIONS = 3;

  private final Lexicon lexicon;
  private double praise;
  private double blame;
  private double shoutedPraise;
  private double shoutedBlame;
  private boolean anyLowerCase;
  private int exclamations;
  private int questions;
  private int tokens;
  private long lastSymbol;

  private int heldEntry;
  private long heldHash;
  private boolean heldDrawnOut;
  private boolean heldShouted;

  private int negationLeft;
  private int intensifierLeft;
  private double intensifier;

  /**
   * A tally for many texts of one language, one after the other.
   *
   * @param lexicon weighs their words
   */
  ValenceTally(Lexicon lexicon) {
    this.lexicon = lexicon;
    clear();
  }

  /** Forgets the text. */
  void clear() {
    praise = 0;
    blame = 0;
    shoutedPraise = 0;
    shoutedBlame = 0;
    anyLowerCase = false;
    exclamations = 0;
    questions = 0;
    tokens = 0;
    lastSymbol = WordHash.EMPTY;
    release();
    negationLeft = 0;
    intensifierLeft = 0;
  }

  /** Takes the text's next word. */
  void addWord(ScannedWord word) {
    tokens++;
    anyLowerCase |= word.isLowerCase();
    lastSymbol = WordHash.EMPTY;
    int phrase = phraseWith(word);
    if (phrase != HashIndex.ABSENT) {
      heldEntry = phrase;
      return;
    }
    int entry = find(word);
    settle(entry);
    heldEntry = entry;
    heldHash = word.hash();
    heldDrawnOut = word.isDrawnOut();
    heldShouted = word.isShouted();
  }

  /** Takes an emoji or an emoticon; the same one again and again adds less. */
  void addSymbol(long hash) {
    tokens++;
    settle(HashIndex.ABSENT);
    release();
    int entry = lexicon.find(hash);
    if (entry != HashIndex.ABSENT) {
      add(lexicon.strength(entry) * (hash == lastSymbol ? REPEATED_SYMBOL_FACTOR : 1));
    }
    lastSymbol = hash;
  }

  /** Takes a punctuation mark or a line end: what was negated or made louder ends here. */
  void addStop(char mark) {
    endPhrase();
    switch (mark) {
      case '!' -> exclamations++;
      case '?' -> questions++;
      default -> {}
    }
  }

  /** Settles the last word and lets nothing reach beyond here. */
  void endPhrase() {
    settle(HashIndex.ABSENT);
    release();
    negationLeft = 0;
    intensifierLeft = 0;
  }

  /** What weighs the words. */
  Lexicon lexicon() {
    return lexicon;
  }

  /** Sum of the valence of what praises, from 0. */
  double praise() {
    return anyLowerCase ? praise + shoutedPraise : praise;
  }

  /** Sum of the valence of what blames, without its sign. */
  double blame() {
    return anyLowerCase ? blame + shoutedBlame : blame;
  }

  /** Exclamation marks, at most three. */
  int exclamations() {
    return Math.min(exclamations, MOST_EXCLAMATIONS);
  }

  /** Whether the text asks something. */
  boolean asks() {
    return questions > 0;
  }

  /** Whether there was no word and no symbol. */
  boolean isEmpty() {
    return tokens == 0;
  }

  private int find(ScannedWord word) {
    int entry = lexicon.find(word.hash());
    return entry == HashIndex.ABSENT && word.isDrawnOut()
        ? lexicon.find(word.undrawnHash())
        : entry;
  }

  private int phraseWith(ScannedWord word) {
    return heldEntry != HashIndex.ABSENT && lexicon.startsPhrase(heldEntry)
        ? lexicon.findPhrase(heldHash, word.hash())
        : HashIndex.ABSENT;
  }

  private void release() {
    heldEntry = HashIndex.ABSENT;
  }

  private void settle(int nextEntry) {
    if (heldEntry != HashIndex.ABSENT) {
      apply(lexicon.role(heldEntry), lexicon.strength(heldEntry), nextEntry);
    }
    negationLeft--;
    intensifierLeft--;
  }

  private void apply(Role role, double strength, int nextEntry) {
    switch (role) {
      case NONE -> {}
      case VALENCE -> weigh(strength);
      case NEGATOR -> negationLeft = NEGATION_SPAN_WORDS;
      case INTENSIFIER -> intensify(strength);
      case EXPLETIVE -> curse(strength, nextEntry);
      case CONTRAST -> {
        praise *= BEFORE_CONTRAST_FACTOR;
        blame *= BEFORE_CONTRAST_FACTOR;
        negationLeft = 0;
        intensifierLeft = 0;
      }
    }
  }

  private void intensify(double factor) {
    intensifier = heldDrawnOut && factor > 1 ? factor * DRAWN_OUT_FACTOR : factor;
    intensifierLeft = INTENSIFIER_SPAN_WORDS;
  }

  private void curse(double strength, int nextEntry) {
    if (nextEntry != HashIndex.ABSENT && lexicon.role(nextEntry) == Role.VALENCE) {
      intensify(EXPLETIVE_FACTOR);
    } else {
      weigh(strength);
    }
  }

  private void weigh(double strength) {
    double valence = strength;
    if (intensifierLeft > 0) {
      valence *= intensifier;
    }
    if (heldDrawnOut) {
      valence *= DRAWN_OUT_FACTOR;
    }
    if (negationLeft > 0) {
      valence *= valence > 0 ? NEGATED_PRAISE : NEGATED_BLAME;
    }
    add(valence);
    if (heldShouted) {
      shoutedPraise += Math.max(valence, 0) * SHOUTED_EXTRA;
      shoutedBlame += Math.max(-valence, 0) * SHOUTED_EXTRA;
    }
  }

  private void add(double valence) {
    praise += Math.max(valence, 0);
    blame += Math.max(-valence, 0);
  }
}
