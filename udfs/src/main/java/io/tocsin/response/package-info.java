/** The crisis plan: who is paged, what is redirected, when it ends. */
@NullMarked
package io.tocsin.response;

import org.jspecify.annotations.NullMarked;
