package io.tocsin.scoring.linear;

/**
 * Turns tokens into features of the word family: each token, each pair of neighbours, each word
 * behind a negator once more as negated, and at the end what the text as a whole is like.
 */
final class TokenSink {
  private static final int NEGATION_REACH = 3;
  private static final int MOST_COUNTED = 3;
  private static final int HANDLE = FeatureHash.of("@handle");
  private static final int LINK = FeatureHash.of("@link");
  private static final int NUMBER = FeatureHash.of("@number");
  private static final int SYMBOL = FeatureHash.of("@symbol");
  private static final int FACE = FeatureHash.of("@face");
  private static final int HASHTAG = FeatureHash.of("@hashtag");
  private static final int PAIR = FeatureHash.of("@pair");
  private static final int NEGATED = FeatureHash.of("@negated");
  private static final int MARK = FeatureHash.of("@mark");
  private static final int START = FeatureHash.of("@start");
  private static final int END = FeatureHash.of("@end");
  private static final int SHOUTED = FeatureHash.of("@shouted");
  private static final int DRAWN_OUT = FeatureHash.of("@drawn out");
  private static final int LENGTH = FeatureHash.of("@length");
  private static final int SCRIPT = FeatureHash.of("@script");

  private final TextFeatures features;
  private final FeatureList words;
  private final FeatureList characters;

  private int previous;
  private int negatedAhead;
  private boolean inHashtag;
  private int hashtag;
  private int shouted;
  private int drawnOut;
  private int count;

  TokenSink(TextFeatures features) {
    this.features = features;
    words = features.words();
    characters = features.characters();
  }

  void start() {
    features.clear();
    previous = START;
    negatedAhead = 0;
    inHashtag = false;
    shouted = 0;
    drawnOut = 0;
    count = 0;
  }

  void word(WordBuffer word, boolean hasLetters) {
    if (word.isEmpty()) {
      return;
    }
    if (!hasLetters) {
      add(NUMBER);
      return;
    }
    int hash = word.hash();
    features.countTellingToken();
    add(hash);
    word.addGrams(characters);
    if (negatedAhead > 0) {
      negatedAhead--;
      words.add(FeatureHash.mix(FeatureHash.ofPair(NEGATED, hash)));
    }
    if (Negators.contains(hash)) {
      negatedAhead = NEGATION_REACH;
    }
    if (inHashtag) {
      hashtag = FeatureHash.ofPair(hashtag, hash);
    }
    shouted += word.isShouted() ? 1 : 0;
    drawnOut += word.isDrawnOut() ? 1 : 0;
  }

  void symbol(int codePoint) {
    features.countTellingToken();
    add(FeatureHash.ofPair(SYMBOL, codePoint));
  }

  void face(int hash) {
    features.countTellingToken();
    add(FeatureHash.ofPair(FACE, hash));
  }

  void handle() {
    add(HANDLE);
  }

  void link() {
    add(LINK);
  }

  /** One mark, or the same mark several times. */
  void marks(char mark, int times) {
    add(FeatureHash.ofPair(MARK, (mark << 2) + Math.min(times, MOST_COUNTED)));
    if (".,;:!?".indexOf(mark) >= 0) {
      negatedAhead = 0;
    }
  }

  boolean isInHashtag() {
    return inHashtag;
  }

  void startHashtag() {
    inHashtag = true;
    hashtag = HASHTAG;
  }

  void endHashtag() {
    inHashtag = false;
    words.add(FeatureHash.mix(hashtag));
  }

  void end() {
    features.setTokens(count);
    pair(END);
    addCount(SHOUTED, Math.min(shouted, MOST_COUNTED));
    addCount(DRAWN_OUT, Math.min(drawnOut, MOST_COUNTED));
    addCount(LENGTH, Integer.SIZE - Integer.numberOfLeadingZeros(count));
    addCount(SCRIPT, features.mainScript().index());
  }

  private void add(int hash) {
    words.add(FeatureHash.mix(hash));
    pair(hash);
    count++;
  }

  private void pair(int hash) {
    words.add(FeatureHash.mix(FeatureHash.ofPair(PAIR + previous, hash)));
    previous = hash;
  }

  private void addCount(int what, int number) {
    words.add(FeatureHash.mix(FeatureHash.ofPair(what, number)));
  }
}
