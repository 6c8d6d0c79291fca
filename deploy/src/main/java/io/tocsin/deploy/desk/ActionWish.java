package io.tocsin.deploy.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants done to an incident or a brand, as the request says it; everything may lack.
 *
 * @param by who, as typed
 * @param action such as {@code mitigate}, in letters of any case
 * @param until end of a snooze or a silence
 * @param watch key of the watch that is silenced; null for the whole brand
 * @param into id of the incident to merge into
 * @param why in the person's words
 */
record ActionWish(
    @Nullable String by,
    @Nullable String action,
    @Nullable Instant until,
    @Nullable String watch,
    @Nullable String into,
    @Nullable String why) {
  /** The same, wanted by this person. */
  ActionWish by(@Nullable String person) {
    return new ActionWish(person, action, until, watch, into, why);
  }
}
