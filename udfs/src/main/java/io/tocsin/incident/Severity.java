package io.tocsin.incident;

/** How bad it is, mildest first. */
public enum Severity {
  /** A surge without negativity: recorded and shown, pages nobody. */
  NOTICE(1),
  WARNING(2),
  CRITICAL(3);

  private final int level;

  Severity(int level) {
    this.level = level;
  }

  /** A number for dashboards, from 1; 0 stands for calm. */
  public int level() {
    return level;
  }
}
