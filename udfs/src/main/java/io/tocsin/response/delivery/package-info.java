/** How a page reaches its target: transports, attempts, waits, and the receipt at the end. */
@NullMarked
package io.tocsin.response.delivery;

import org.jspecify.annotations.NullMarked;
