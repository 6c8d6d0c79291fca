package io.tocsin.mention;

/** What a part of a brand is. */
public enum PartKind {
  /** One of its places: a shop, a branch, a town's network. */
  LOCATION,
  /** An area around some of its places. */
  REGION,
  /** A matter that people have with it: refunds, delivery, data protection. */
  TOPIC
}
