/**
 * The verb {@code score}: a text a line in, a judgement a line out. Bytes are read in chunks of
 * whole lines, chunks are scored side by side, and their results are written in the order of the
 * input.
 */
@NullMarked
package io.tocsin.deploy.score;

import org.jspecify.annotations.NullMarked;
