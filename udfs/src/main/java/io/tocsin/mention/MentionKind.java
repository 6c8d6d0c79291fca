package io.tocsin.mention;

/** How a mention came to be. */
public enum MentionKind {
  POST,
  REPLY,
  REPOST,
  QUOTE
}
