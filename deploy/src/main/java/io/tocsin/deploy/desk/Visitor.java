package io.tocsin.deploy.desk;

import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param way how that was shown
 * @param name who it is, as a trusted proxy says; null where nobody says so
 */
record Visitor(Way way, @Nullable String name) {
  static final Visitor STRANGER = new Visitor(Way.STRANGER, null);

  /** How somebody shows that the desk knows them. */
  enum Way {
    /** Not at all. */
    STRANGER,
    /** The desk's token, as a program sends it. */
    TOKEN,
    /** A cookie that the token was traded for. */
    SESSION,
    /** A proxy that the desk trusts has asked who it is. */
    PROXY
  }

  boolean isKnown() {
    return way != Way.STRANGER;
  }

  /** The name to write down: the proxy's where it told one, else what was typed. */
  @Nullable String named(@Nullable String typed) {
    return name == null ? typed : name;
  }
}
