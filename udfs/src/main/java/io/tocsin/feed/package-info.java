/** Whether the firehose itself runs: what it brought at all, and when it stood still. */
@NullMarked
package io.tocsin.feed;

import org.jspecify.annotations.NullMarked;
