/** The spikes of one brand folded into one thing that people can handle. */
@NullMarked
package io.tocsin.incident;

import org.jspecify.annotations.NullMarked;
