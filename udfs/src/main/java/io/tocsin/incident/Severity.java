package io.tocsin.incident;

/** How bad it is, mildest first. */
public enum Severity {
  /** A surge without negativity: recorded and shown, pages nobody. */
  NOTICE,
  WARNING,
  CRITICAL
}
