/** Operators that Flink's functions cannot be: they act before a checkpoint barrier passes. */
@NullMarked
package io.tocsin.jobs.operator;

import org.jspecify.annotations.NullMarked;
