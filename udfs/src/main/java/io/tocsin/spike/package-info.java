/** When a watch is beyond what its own past explains, and why. */
@NullMarked
package io.tocsin.spike;

import org.jspecify.annotations.NullMarked;
