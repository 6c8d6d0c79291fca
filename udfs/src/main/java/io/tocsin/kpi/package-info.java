/** What is counted, in event time and exactly once. */
@NullMarked
package io.tocsin.kpi;

import org.jspecify.annotations.NullMarked;
