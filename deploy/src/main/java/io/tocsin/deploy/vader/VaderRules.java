package io.tocsin.deploy.vader;

/**
 * VADER's rules: a valence for each word, changed by degree words, capitals and negations before
 * it, by 'but' and by punctuation; their sum pressed into -1 to 1. Constants are the paper's.
 * Idioms of several words and the reading of emoji by their names are left out.
 *
 * @see <a href="https://doi.org/10.1609/icwsm.v8i1.14550">Hutto and Gilbert, VADER, ICWSM 2014</a>
 */
final class VaderRules {
  private static final double DEGREE = 0.293;
  private static final double SHOUT = 0.733;
  private static final double NEGATION = -0.74;
  private static final double[] DEGREE_BY_DISTANCE = {1, 0.95, 0.9};
  private static final double BEFORE_BUT = 0.5;
  private static final double AFTER_BUT = 1.5;
  private static final double EXCLAMATION = 0.292;
  private static final int MOST_EXCLAMATIONS = 4;
  private static final double QUESTION = 0.18;
  private static final double MOST_QUESTION = 0.96;
  private static final int MOST_QUESTIONS = 3;
  private static final double NORMALISER = 15;

  private final VaderLexicon lexicon;

  VaderRules(VaderLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The compound score, from -1 (hostile) to 1 (friendly). */
  double compound(String text) {
    Words words = Words.of(text);
    int but = words.lower().indexOf("but");
    double sum = 0;
    for (int i = 0; i < words.size(); i++) {
      double valence = valence(words, i);
      if (but >= 0 && i != but) {
        valence *= i < but ? BEFORE_BUT : AFTER_BUT;
      }
      sum += valence;
    }
    if (sum != 0) {
      sum += Math.signum(sum) * emphasis(text);
    }
    return sum / Math.sqrt(sum * sum + NORMALISER);
  }

  private double valence(Words words, int at) {
    String word = words.lower().get(at);
    double valence = lexicon.valence(word);
    if (valence == 0 || isModifier(word)) {
      return 0;
    }
    if (word.equals("no") && at + 1 < words.size() && lexicon.knows(words.lower().get(at + 1))) {
      return 0;
    }
    if (words.shouts(at)) {
      valence += Math.signum(valence) * SHOUT;
    }
    for (int distance = 0; distance < DEGREE_BY_DISTANCE.length && distance < at; distance++) {
      valence = changed(valence, words, at - 1 - distance, distance);
    }
    return valence;
  }

  private double changed(double valence, Words words, int by, int distance) {
    String word = words.lower().get(by);
    if (word.equals("no") || Modifiers.isNegation(word) || isLeast(words, by)) {
      return valence * NEGATION;
    }
    double degree = degree(words, by) * DEGREE_BY_DISTANCE[distance];
    return valence + Math.signum(valence) * degree;
  }

  private static boolean isLeast(Words words, int at) {
    if (!words.lower().get(at).equals("least")) {
      return false;
    }
    String before = at == 0 ? "" : words.lower().get(at - 1);
    return !before.equals("at") && !before.equals("very");
  }

  private static double degree(Words words, int at) {
    String word = words.lower().get(at);
    if (!isModifier(word)) {
      return 0;
    }
    double degree = DEGREE + (words.shouts(at) ? SHOUT : 0);
    return Modifiers.isIntensifier(word) ? degree : -degree;
  }

  private static boolean isModifier(String word) {
    return Modifiers.isIntensifier(word) || Modifiers.isDampener(word);
  }

  private static double emphasis(String text) {
    long exclamations = text.chars().filter(c -> c == '!').count();
    long questions = text.chars().filter(c -> c == '?').count();
    double asked =
        questions <= 1 ? 0 : questions <= MOST_QUESTIONS ? questions * QUESTION : MOST_QUESTION;
    return Math.min(exclamations, MOST_EXCLAMATIONS) * EXCLAMATION + asked;
  }
}
