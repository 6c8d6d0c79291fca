package io.tocsin.deploy.firehose.text;

/** A language that people of the simulated world write. */
public enum Language {
  EN("en"),
  DE("de"),
  ES("es"),
  FR("fr"),
  PT("pt"),
  JA("ja");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag. */
  public String tag() {
    return tag;
  }
}
