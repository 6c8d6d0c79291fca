/** Sees the firehose, or one of its channels, stand still. */
@NullMarked
package io.tocsin.spike.feed;

import org.jspecify.annotations.NullMarked;
