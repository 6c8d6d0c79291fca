package io.tocsin.mention;

/** Reactions a mention had when it was read. Counts from 0; what the network did not say is 0. */
public record Engagement(long likes, long shares, long replies, long views) {
  /** No reaction known. */
  public static final Engagement NONE = new Engagement(0, 0, 0, 0);
}
