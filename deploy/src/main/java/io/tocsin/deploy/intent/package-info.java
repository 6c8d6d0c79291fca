/** Rebuilds the model of intent from labelled posts, and says how good it is. */
@NullMarked
package io.tocsin.deploy.intent;

import org.jspecify.annotations.NullMarked;
