package io.tocsin.response.overflow;

/** What a person can do about a mention. */
public enum ResponseKind {
  /** Takes it to answer it. */
  CLAIM,
  /** Gives it back to the queue. */
  RELEASE,
  /** Answered its author. */
  REPLY,
  /** Found that it needs no answer, or no further one. */
  RESOLVE,
  TAG,
  NOTE
}
