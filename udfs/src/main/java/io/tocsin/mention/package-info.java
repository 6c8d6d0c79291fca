/**
 * One public post: reading it from bytes, finding the brands in it, knowing it when it comes again.
 */
@NullMarked
package io.tocsin.mention;

import org.jspecify.annotations.NullMarked;
