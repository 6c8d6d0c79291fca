package io.tocsin.deploy.vader;

import java.util.Set;

/** Words that carry no valence and change that of the words behind them. */
final class Modifiers {
  private static final Set<String> INTENSIFIERS =
      words(
          "absolutely amazingly awfully completely considerably decidedly deeply effing enormously"
              + " entirely especially exceptionally extremely fabulously flippin flipping frickin"
              + " fricking friggin frigging fully greatly hella highly hugely incredibly intensely"
              + " majorly more most particularly purely quite really remarkably so substantially"
              + " thoroughly totally tremendously uber unbelievably unusually utterly very");
  private static final Set<String> DAMPENERS =
      words(
          "almost barely hardly kinda kindof kind-of less little marginally occasionally partly"
              + " scarcely slightly somewhat sorta sortof sort-of");
  private static final Set<String> NEGATIONS =
      words(
          "aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt"
              + " mustnt neednt neither never none nope nor not nothing nowhere oughtnt shant"
              + " shouldnt uhuh wasnt werent without wont wouldnt rarely seldom despite");

  private Modifiers() {}

  static boolean isIntensifier(String word) {
    return INTENSIFIERS.contains(word);
  }

  static boolean isDampener(String word) {
    return DAMPENERS.contains(word);
  }

  /** With or without its apostrophe. */
  static boolean isNegation(String word) {
    return word.contains("n't") || NEGATIONS.contains(word.replace("'", ""));
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }
}
