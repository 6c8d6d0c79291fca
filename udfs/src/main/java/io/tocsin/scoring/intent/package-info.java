/** Whether a post needs a response, and what it wants. */
@NullMarked
package io.tocsin.scoring.intent;

import org.jspecify.annotations.NullMarked;
