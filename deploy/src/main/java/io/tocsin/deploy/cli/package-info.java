/** The verbs of the {@code tocsin} command. */
@NullMarked
package io.tocsin.deploy.cli;

import org.jspecify.annotations.NullMarked;
