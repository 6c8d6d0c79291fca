package io.tocsin.jobs.config;

/** How an option's value is written. */
public enum OptionType {
  TEXT("text"),
  FILE("path of a file"),
  DIRECTORY("path or URI of a directory"),
  COUNT("whole number"),
  DURATION("duration like 500ms, 10s, 5m, 2h or 1d"),
  SWITCH("true or false");

  private final String form;

  OptionType(String form) {
    this.form = form;
  }

  /** The form of a value, in words. */
  public String form() {
    return form;
  }
}
