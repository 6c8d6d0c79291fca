/** Secrets by name, and what is signed with them. */
@NullMarked
package io.tocsin.response.secret;

import org.jspecify.annotations.NullMarked;
