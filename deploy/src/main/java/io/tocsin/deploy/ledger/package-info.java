/** Tells from the log alone why somebody was paged. */
@NullMarked
package io.tocsin.deploy.ledger;

import org.jspecify.annotations.NullMarked;
