/** A crisis plan that changes while the jobs run. */
@NullMarked
package io.tocsin.response.live;

import org.jspecify.annotations.NullMarked;
