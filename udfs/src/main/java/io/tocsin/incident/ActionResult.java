package io.tocsin.incident;

import org.jspecify.annotations.Nullable;

/**
 * What came of a person's action.
 *
 * @param receipt done, or why not
 * @param incident the incident as it now is; null where it has not changed
 */
record ActionResult(AckReceipt receipt, @Nullable Incident incident) {}
