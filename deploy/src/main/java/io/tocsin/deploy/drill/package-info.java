/** Drills: a simulated crisis through the real jobs of the running system, measured. */
@NullMarked
package io.tocsin.deploy.drill;

import org.jspecify.annotations.NullMarked;
