/** Stream operators that need more of Flink than a function is given. */
@NullMarked
package io.tocsin.jobs.operator;

import org.jspecify.annotations.NullMarked;
