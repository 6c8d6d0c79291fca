package io.tocsin.response;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whom a rule of the plan means: one who is always the same, or whoever is on call. */
public sealed interface Responder extends Serializable permits Contact, OnCall {
  /** As the plan calls it. */
  String name();

  /** Who it is at this moment; null if nobody is on call. */
  @Nullable Contact at(Instant moment);
}
