/**
 * Makes the models of the fast scorer from labelled texts, and judges them. The same texts and
 * settings give the same bytes on every machine: one thread, a seed, and arithmetic that is exact
 * to the bit.
 */
@NullMarked
package io.tocsin.deploy.train;

import org.jspecify.annotations.NullMarked;
