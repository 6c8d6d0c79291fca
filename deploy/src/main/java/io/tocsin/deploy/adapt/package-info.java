/**
 * Fits the fast model to a brand's own texts: e5 says what it thinks of them, people where they
 * did, and the fast model learns from both.
 */
@NullMarked
package io.tocsin.deploy.adapt;

import org.jspecify.annotations.NullMarked;
