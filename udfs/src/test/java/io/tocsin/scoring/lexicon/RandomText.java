package io.tocsin.scoring.lexicon;

import java.util.SplittableRandom;

/** Random posts for property tests: words of a lexicon, any Unicode, broken surrogates. */
final class RandomText {
  private static final String[] PIECES = {
    "good",
    "BAD",
    "sooooo",
    "not",
    "outage",
    "can't",
    "wait",
    "fucking",
    "but",
    "thanks",
    "nicht",
    "pas",
    "gracias",
    "n'est",
    ":)",
    ":-(",
    "<3",
    "</3",
    "!!!",
    "?",
    "...",
    "#EpicFail",
    "@acme",
    "https://t.co/x",
    "www.",
    "\u2764\ufe0f",
    "\ud83d\ude21",
    "\ud83d\udc4d\ud83c\udffd",
    "\ud83d",
    "\ude21",
    "f*ck",
    "***",
    "\u00e9",
    "e\u0301",
    "\u200d",
    "\u4e0d\u597d",
    "\u041f\u043b\u043e\u0445\u043e",
    "1000",
    "\n",
    "\u0000",
    "'",
    "\u2019",
    "#",
    "@",
    "&amp;"
  };

  private RandomText() {}

  static String from(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(30);
    for (int i = 0; i < pieces; i++) {
      if (random.nextInt(3) == 0) {
        text.append((char) random.nextInt(Character.MAX_VALUE + 1));
      } else {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      if (random.nextBoolean()) {
        text.append(' ');
      }
    }
    return text.toString();
  }
}
