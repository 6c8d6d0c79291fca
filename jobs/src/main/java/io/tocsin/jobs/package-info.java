/** The jobs: each main wires sources, one topology and sinks. */
@NullMarked
package io.tocsin.jobs;

import org.jspecify.annotations.NullMarked;
