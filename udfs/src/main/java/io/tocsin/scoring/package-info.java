/**
 * What a mention feels like and how far it may carry. Scorers live in subpackages, are chosen by
 * name through {@link io.tocsin.scoring.NamedScorer}, and know this package; it knows none of them.
 */
@NullMarked
package io.tocsin.scoring;

import org.jspecify.annotations.NullMarked;
