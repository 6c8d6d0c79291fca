/** What a mention feels like and how far it may carry: sentiment, influence, reach. */
@NullMarked
package io.tocsin.scoring;

import org.jspecify.annotations.NullMarked;
