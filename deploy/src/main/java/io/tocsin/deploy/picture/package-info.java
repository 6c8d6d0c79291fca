/** Pictures of a backtest: what brands saw, what was usual, and what plans made of it. */
@NullMarked
package io.tocsin.deploy.picture;

import org.jspecify.annotations.NullMarked;
