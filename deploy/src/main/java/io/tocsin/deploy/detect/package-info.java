/** The verb {@code detect}: the spike detector on one series. */
@NullMarked
package io.tocsin.deploy.detect;

import org.jspecify.annotations.NullMarked;
