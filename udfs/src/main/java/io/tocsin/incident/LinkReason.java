package io.tocsin.incident;

/** Why incidents of two brands belong together. */
public enum LinkReason {
  /** The plan puts their brands into one group, such as by a supplier. */
  SHARED_GROUP,
  /** They opened within minutes of each other, with the same rare phrases. */
  SHARED_PHRASES,
  /** A person merged one into the other. */
  MERGED
}
