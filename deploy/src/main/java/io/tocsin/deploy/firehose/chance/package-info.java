/** Seeded randomness that gives the same draws on every machine. */
@NullMarked
package io.tocsin.deploy.firehose.chance;

import org.jspecify.annotations.NullMarked;
