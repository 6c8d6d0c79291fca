/** Sentiment and language as functions of Flink SQL. */
@NullMarked
package io.tocsin.scoring.sql;

import org.jspecify.annotations.NullMarked;
