/** The jobs that are submitted to a cluster. */
@NullMarked
package io.tocsin.jobs;

import org.jspecify.annotations.NullMarked;
