package io.tocsin.deploy.firehose.text;

/** How the writer of a text feels: the truth that a scorer tries to find. */
public enum Intent {
  NEGATIVE("negative"),
  NEUTRAL("neutral"),
  POSITIVE("positive");

  private final String word;

  Intent(String word) {
    this.word = word;
  }

  /** What its rules in a grammar are called. */
  String word() {
    return word;
  }
}
