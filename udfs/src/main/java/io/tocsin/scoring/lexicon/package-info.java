/** Sentiment by hand-written lexicons: the scorer that needs no training, and the yardstick. */
@NullMarked
package io.tocsin.scoring.lexicon;

import org.jspecify.annotations.NullMarked;
