package io.tocsin.deploy.firehose.text;

import java.util.Locale;

/** What a brand sells: it decides what people praise and complain about. */
public enum Trade {
  MOBILE,
  BANK,
  AIRLINE,
  RETAIL,
  STREAMING,
  DRINKS;

  /** What the trade's own rules of a grammar begin with: {@code mobile.}. */
  String prefix() {
    return name().toLowerCase(Locale.ROOT) + ".";
  }
}
