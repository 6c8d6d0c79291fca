/** The {@code tocsin} command. */
@NullMarked
package io.tocsin.deploy;

import org.jspecify.annotations.NullMarked;
