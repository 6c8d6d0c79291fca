/**
 * The fast scorer, for every mention: one scan of the text into hashed features, and linear models
 * with whole-number weights over them. The same features serve every model of a text.
 */
@NullMarked
package io.tocsin.scoring.linear;

import org.jspecify.annotations.NullMarked;
