/** How people say from outside the desk that they take an incident: links, and receivers' words. */
@NullMarked
package io.tocsin.response.ack;

import org.jspecify.annotations.NullMarked;
