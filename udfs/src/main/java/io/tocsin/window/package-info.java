/** Sums of one watch over short slices of event time, and sliding windows made of them. */
@NullMarked
package io.tocsin.window;

import org.jspecify.annotations.NullMarked;
