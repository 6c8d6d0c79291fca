package io.tocsin.response.overflow;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where a queue may overflow to.
 *
 * @param tier its place in the order of the queue's backups, from 1
 * @param name the queue or pool
 * @param capacity unanswered mentions that it can take; null where the plan names none
 */
record Backup(int tier, String name, @Nullable Long capacity) implements Serializable {}
